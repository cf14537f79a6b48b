import type { Service } from '../services/service.js';
import { nearest } from './nearest.js';
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

type Choices = typeof choices;

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
  const given: unknown = options ?? {};
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw optionError('options', given, 'an object');
  }
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(choices, key)) throw unknownKey(key);
  }
  const values = given as Readonly<Record<string, unknown>>;
  return {
    services: new Map(services.map((service) => [service.name, service])),
    invalid: choose('invalid', values.invalid),
    retired: choose('retired', values.retired),
  };
}

function choose<Key extends keyof Choices>(
  key: Key,
  value: unknown,
): Choices[Key][number] {
  const allowed: ReadonlyArray<Choices[Key][number]> = choices[key];
  if (value === undefined || value === null) {
    const [first] = allowed;
    if (first !== undefined) return first;
  }
  const found = allowed.find((choice) => choice === value);
  if (found === undefined) throw optionError(key, value, quoteList(allowed));
  return found;
}

function unknownKey(key: string): TypeError {
  const keys = Object.keys(choices);
  const best = nearest(key, keys);
  return new TypeError(
    `Unknown option ${quote(key)} for remark-contact-links; ${
      best ? `did you mean ${quote(best)}?` : `there are ${quoteList(keys)}`
    }`,
  );
}

function optionError(path: string, given: unknown, allowed: string): TypeError {
  return new TypeError(
    `Wrong option ${quote(path)} for remark-contact-links: given ${quote(
      JSON.stringify(given) ?? String(given),
    )}, allowed ${allowed}`,
  );
}
