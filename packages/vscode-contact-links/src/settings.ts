/** The section of the extension's settings. */
export const section = 'contactLinks';

/** Settings that the server has too; it reports any other one as wrong. */
const ofServer = ['contacts', 'options'] as const;

/**
 * Get the settings for the server.
 *
 * @param settings
 *   All settings of the extension, as the editor gives them.
 * @returns
 *   Those that the server has.
 */
export function settingsForServer(settings: unknown): Record<string, unknown> {
  const all = (settings ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(ofServer.map((key) => [key, all[key]]));
}
