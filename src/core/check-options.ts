import { quote } from './problem.js';

type Table = Readonly<Record<string, unknown>>;

/**
 * Make the error for a wrong option.
 *
 * @param path
 *   Where it is: `contacts.support.teams`.
 * @param given
 *   What is there.
 * @param allowed
 *   What may be, in words.
 */
export function wrong(path: string, given: unknown, allowed: string): TypeError {
  const shown = quote(JSON.stringify(given) ?? String(given));
  return new TypeError(
    `Wrong option ${quote(path)} for remark-contact-links: given ${shown}, allowed ${allowed}`,
  );
}

/** The entries of a table that have a value; there are none where there is no table. */
export function entries(path: string, given: unknown): Array<[string, unknown]> {
  if (given === undefined || given === null) return [];
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw wrong(path, given, 'an object');
  }
  return Object.entries(given).filter(
    ([, value]) => value !== undefined && value !== null,
  );
}

/** Check that a table has no keys but those it may have. */
export function fields(
  path: string,
  given: unknown,
  allowed: RegExp,
  form: string,
): Table {
  const found = entries(path, given);
  for (const [key, value] of found) {
    if (!allowed.test(key)) throw wrong(join(path, key), value, `no such key; ${form}`);
  }
  return Object.fromEntries(found);
}

/** Check a text. */
export function text(
  path: string,
  given: unknown,
  form = 'a text',
  pattern = /[\s\S]/,
): string {
  if (typeof given !== 'string' || !pattern.test(given)) throw wrong(path, given, form);
  return given;
}

/** The path of a key in an option. */
export function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
