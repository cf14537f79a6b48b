import leven from 'leven';

/**
 * Find the name that somebody most likely meant.
 *
 * @param word
 *   What they wrote.
 * @param names
 *   What there is.
 * @returns
 *   The nearest name, if it is within one edit for every three letters; nothing for a long
 *   word, which is no slip of the pen.
 */
export function nearest(
  word: string,
  names: ReadonlyArray<string>,
): string | undefined {
  let best: string | undefined;
  let least = word.length > 32 ? 0 : Math.ceil(word.length / 3) + 1;
  for (const name of names) {
    const distance = least && leven(word.toLowerCase(), name.toLowerCase());
    if (distance < least) {
      best = name;
      least = distance;
    }
  }
  return best;
}
