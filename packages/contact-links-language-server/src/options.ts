import type { Options } from 'remark-contact-links/core';

/** What a client can set: as `initializationOptions`, or as settings under `contactLinks`. */
export interface ServerOptions {
  /**
   * Whether JavaScript of the workspace may run, in a process of its own: configuration files
   * that are written in it, and their plugins. Only an initialization option can say so, because
   * a workspace can bring settings along.
   *
   * @default false
   */
  trusted?: boolean;
  /** Path or URI of an address book, in JSON. Default: none. */
  contacts?: string | null;
  /** Options of the plugin; those of configuration files win. Default: none. */
  options?: Options | null;
  /** The command of the client that shows completions again. Default: none. */
  suggestCommand?: string | null;
}

const kinds: Readonly<Record<keyof ServerOptions, 'boolean' | 'string' | 'object'>> = {
  trusted: 'boolean',
  contacts: 'string',
  options: 'object',
  suggestCommand: 'string',
};

/**
 * Check the options that a client sends.
 *
 * @param given
 *   The value that it sends.
 * @returns
 *   The right options, and a message for each wrong one.
 */
export function readServerOptions(given: unknown): {
  options: ServerOptions;
  problems: Array<string>;
} {
  if (given === undefined || given === null) return { options: {}, problems: [] };
  if (typeof given !== 'object' || Array.isArray(given)) {
    return { options: {}, problems: ['Wrong settings: expected an object'] };
  }
  const problems: Array<string> = [];
  const entries = Object.entries(given).filter(([key, value]) => {
    if (value === undefined || value === null) return false;
    const kind = Object.hasOwn(kinds, key)
      ? kinds[key as keyof ServerOptions]
      : undefined;
    const isRight = typeof value === kind && !Array.isArray(value);
    if (!isRight) {
      const allowed =
        kind === undefined
          ? `it does not exist; expected ${Object.keys(kinds).join(', ')}`
          : `given ${JSON.stringify(value)}, expected a value of type ${kind}`;
      problems.push(`Wrong setting \`contactLinks.${key}\`: ${allowed}`);
    }
    return isRight;
  });
  return { options: Object.fromEntries(entries), problems };
}
