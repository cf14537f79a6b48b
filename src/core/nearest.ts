import { closestMatch } from 'leven';

/** Longer words are no slips of the pen, and comparing them would cost time. */
const longest = 32;

/**
 * Find the name that somebody most likely meant.
 *
 * @param word
 *   What they wrote, lower case.
 * @param names
 *   What there is.
 * @returns
 *   The nearest name within one edit for every three letters, at least one; nothing when
 *   there is none.
 */
export function nearest(
  word: string,
  names: ReadonlyArray<string>,
): string | undefined {
  if (word.length > longest) return undefined;
  return closestMatch(word, names, { maxDistance: Math.ceil(word.length / 3) });
}
