import leven from 'leven';

/**
 * Say which name somebody most likely meant.
 *
 * @param word
 *   What they wrote.
 * @param names
 *   The names to choose from.
 * @returns
 *   Text to append to a message, `; did you mean …?`; empty when no name is within one edit for
 *   every three letters.
 */
export function didYouMean(word: string, names: ReadonlyArray<string>): string {
  // A longer word is not a slip of the pen, and takes long to compare.
  if (word.length > 32) return '';
  const [best] = names
    .map((name) => ({ name, distance: leven(word, name) }))
    .filter(({ distance }) => distance <= Math.ceil(word.length / 3))
    .sort((left, right) => left.distance - right.distance);
  return best === undefined ? '' : `; did you mean \`${best.name}\`?`;
}
