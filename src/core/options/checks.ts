import { quote, quoteList } from '../findings/problem.js';
import { findSlip } from '../findings/slip.js';

type Table = Readonly<Record<string, unknown>>;

/** The keys that lead to an option: `['contacts', 'support', 'teams']`. */
export type Path = ReadonlyArray<string>;

/** The error that is thrown for a wrong option. */
export class OptionError extends TypeError {
  /** The keys that lead to the option; none for the options as a whole. */
  readonly path: Path;

  /**
   * @param path
   *   The keys that lead to the option.
   * @param reason
   *   What is wrong, and what is expected.
   */
  constructor(path: Path, reason: string) {
    const subject = path.length > 0 ? `option ${quote(path.join('.'))}` : 'options';
    super(`Wrong ${subject} for remark-contact-links: ${reason}`);
    this.path = path;
  }
}

/**
 * Make the error for a wrong option.
 *
 * @param given
 *   The wrong value.
 * @param allowed
 *   What the value may be, in words.
 */
export function wrong(path: Path, given: unknown, allowed: string): OptionError {
  const shown = quote(JSON.stringify(given) ?? String(given));
  return new OptionError(path, `given ${shown}, expected ${allowed}`);
}

/**
 * Make the error for a key that does not exist.
 *
 * @param known
 *   The keys that do.
 * @param allowed
 *   These in words. Default: a list.
 */
export function unknown(
  path: Path,
  known: ReadonlyArray<string>,
  allowed = quoteList(known),
): OptionError {
  const meant = findSlip(path.slice(-1).join(), known);
  const advice = meant ? `did you mean ${quote(meant.name)}?` : `expected ${allowed}`;
  return new OptionError(path, `it does not exist; ${advice}`);
}

/** The entries of a table that have a value; there are none where there is no table. */
export function entries(path: Path, given: unknown): Array<[string, unknown]> {
  if (given === undefined || given === null) return [];
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw wrong(path, given, 'an object');
  }
  return Object.entries(given).filter(
    ([, value]) => value !== undefined && value !== null,
  );
}

/** Take `$schema` out of a table: it is for editors, and not an option. */
export function withoutSchema(path: Path, given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !('$schema' in given))
    return given;
  const { $schema, ...rest } = given;
  if ($schema !== undefined && $schema !== null) text([...path, '$schema'], $schema);
  return rest;
}

/** Check that a table has only known keys, and get it without those that have no value. */
export function fields(
  path: Path,
  given: unknown,
  known: ReadonlyArray<string>,
): Table {
  const found = entries(path, given);
  for (const [key] of found) {
    if (!known.includes(key)) throw unknown([...path, key], known);
  }
  return Object.fromEntries(found);
}

/** Check a text. */
export function text(
  path: Path,
  given: unknown,
  form = 'a text',
  pattern = /[\s\S]/,
): string {
  if (typeof given !== 'string' || !pattern.test(given)) throw wrong(path, given, form);
  return given;
}

/** Check that a value is one of a few texts; the first is the default. */
export function choose<Choice extends string>(
  path: Path,
  given: unknown,
  allowed: readonly [Choice, ...Array<Choice>],
): Choice {
  const found = allowed.find((choice) => choice === (given ?? allowed[0]));
  if (found === undefined) throw wrong(path, given, quoteList(allowed));
  return found;
}
