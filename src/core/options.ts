import type { Service } from '../services/service.js';
import { own } from './action.js';
import { quote, quoteList } from './problem.js';

/** Configuration. All of it can be written as JSON. */
export interface Options {
  /**
   * What happens to a shorthand that cannot become a link. Its text stays in the page in
   * any case.
   *
   * - `'warn'`: a warning, at the place of the shorthand;
   * - `'error'`: the same as errors, and the build stops;
   * - `'ignore'`: nothing is said.
   *
   * @default 'warn'
   */
  invalid?: 'warn' | 'error' | 'ignore' | null | undefined;
  /**
   * Whether a file that links to a service which has closed, as Skype has, gets a message
   * of level info.
   *
   * @default 'info'
   */
  retired?: 'info' | 'ignore' | null | undefined;
}

/** The options once they are checked, with all their defaults. */
export interface Settings {
  /** Registered services by their name. */
  services: ReadonlyMap<string, Service>;
  invalid: 'warn' | 'error' | 'ignore';
  retired: 'info' | 'ignore';
}

/** For each option the values it takes, the default first. */
const choices = {
  invalid: ['warn', 'error', 'ignore'],
  retired: ['info', 'ignore'],
} as const satisfies { [key in keyof Options]-?: ReadonlyArray<Options[key]> };

/**
 * Check options and fill in defaults.
 *
 * @throws {TypeError}
 *   On an unknown key or a wrong value; the message names the key, what was given and
 *   what is allowed.
 */
export function resolveOptions(
  options: Readonly<Options> | null | undefined,
  services: ReadonlyArray<Service>,
): Settings {
  const allowed: Readonly<Record<string, ReadonlyArray<unknown>>> = choices;
  const given = options ?? {};
  if (Object(given) !== given || Array.isArray(given)) {
    throw new TypeError(
      `Wrong options for remark-contact-links: given ${show(given)}, allowed an object`,
    );
  }
  for (const [key, value] of Object.entries(given)) {
    const values = own(allowed, key);
    if (!values) {
      throw new TypeError(
        `Unknown option ${quote(key)} for remark-contact-links; use ${quoteList(Object.keys(choices))}`,
      );
    }
    if (value !== undefined && value !== null && !values.includes(value)) {
      throw new TypeError(
        `Wrong option ${quote(key)} for remark-contact-links: given ${show(value)}, allowed ${quoteList(values.map(String))}`,
      );
    }
  }
  return {
    services: new Map(services.map((service) => [service.name, service])),
    invalid: given.invalid ?? choices.invalid[0],
    retired: given.retired ?? choices.retired[0],
  };
}

function show(value: unknown): string {
  return quote(JSON.stringify(value) ?? String(value));
}
