/** The name that somebody most likely meant. */
export interface Meant {
  name: string;
  /** Whether it is not the only one that is a slip of the pen away. */
  isGuess: boolean;
}

/**
 * Whether a word is one insertion, deletion, substitution or swap of neighbors away from a
 * name.
 */
export function isNear(word: string, name: string): boolean {
  if (Math.abs(word.length - name.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === name[at]) at++;
  return (
    word.slice(at + 1) === name.slice(at + 1) ||
    word.slice(at + 1) === name.slice(at) ||
    word.slice(at) === name.slice(at + 1) ||
    (word[at] === name[at + 1] &&
      word[at + 1] === name[at] &&
      word.slice(at + 2) === name.slice(at + 2))
  );
}

/**
 * Find the name that somebody meant who made a slip of the pen.
 *
 * @param word
 *   What they wrote.
 * @param names
 *   What there is.
 * @returns
 *   The only name that is a slip of the pen away, in whatever case; nothing where there are
 *   several, or none.
 */
export function findSlip(
  word: string,
  names: ReadonlyArray<string>,
): Meant | undefined {
  const [name, ...others] = names.filter((each) =>
    isNear(word.toLowerCase(), each.toLowerCase()),
  );
  return name === undefined || others.length > 0 ? undefined : { name, isGuess: false };
}
