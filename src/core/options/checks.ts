import { nearest } from '../findings/nearest.js';
import { quote, quoteList } from '../findings/problem.js';

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
  return optionError(path, `given ${shown}, allowed ${allowed}`);
}

/** Make the error for a key that there is not. */
export function unknown(
  path: string,
  known: ReadonlyArray<string> | string,
): TypeError {
  const key = path.slice(path.lastIndexOf('.') + 1);
  const names = typeof known === 'string' ? [] : known;
  const best = nearest(key, names);
  const allowed = typeof known === 'string' ? known : quoteList(known);
  return optionError(
    path,
    `it does not exist; ${best ? `did you mean ${quote(best)}?` : `allowed ${allowed}`}`,
  );
}

function optionError(path: string, reason: string): TypeError {
  const subject = path ? `option ${quote(path)}` : 'options';
  return new TypeError(`Wrong ${subject} for remark-contact-links: ${reason}`);
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
  known: ReadonlyArray<string>,
): Table {
  const found = entries(path, given);
  for (const [key] of found) {
    if (!known.includes(key)) throw unknown(join(path, key), known);
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

/** Check that a value is one of a few texts; the first is the default. */
export function choose<Choice extends string>(
  path: string,
  given: unknown,
  allowed: readonly [Choice, ...Array<Choice>],
): Choice {
  const found = allowed.find((choice) => choice === (given ?? allowed[0]));
  if (found === undefined) throw wrong(path, given, quoteList(allowed));
  return found;
}
