import { closestMatch } from 'leven';
import { findSlip, type Meant } from './slip.js';

/** A word of more characters is not a slip of the pen. */
export const longest = 32;

/**
 * Find the name that somebody most likely meant.
 *
 * @param word
 *   What they wrote.
 * @param names
 *   The names to choose from.
 * @returns
 *   The nearest name, if it is within one edit for every three letters; nothing for a word of
 *   more than 32 characters.
 */
export function nearest(
  word: string,
  names: ReadonlyArray<string>,
): string | undefined {
  if (word.length > longest) return undefined;
  const most = Math.ceil(word.length / 3);
  // The library takes a name that is farther than `maxDistance` for one just as far.
  const byLower = new Map(names.map((name) => [name.toLowerCase(), name]));
  const near = [...byLower.keys()].filter(
    (name) => Math.abs(name.length - word.length) <= most,
  );
  const best = closestMatch(word.toLowerCase(), near, { maxDistance: most });
  return best === undefined ? undefined : byLower.get(best);
}

/**
 * Find the name that somebody meant.
 *
 * @param word
 *   What they wrote.
 * @param names
 *   The names to choose from.
 * @returns
 *   The only name that is a slip of the pen away; otherwise the nearest one, if any is near.
 */
export function findMeant(
  word: string,
  names: ReadonlyArray<string>,
): Meant | undefined {
  const slip = findSlip(word, names);
  if (slip) return slip;
  const name = nearest(word, names);
  return name === undefined ? undefined : { name, isGuess: true };
}
