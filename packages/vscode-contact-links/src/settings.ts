/** Where the settings of the extension are. */
export const section = 'contactLinks';

/** Settings that are those of the server, which reports any other as wrong. */
const ofServer = ['contacts', 'options'] as const;

/**
 * Get what the server is to know of the settings.
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
