import { findSlip, type Meant, sharedStart } from './slip.js';

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
  let most = Math.ceil(word.length / 3);
  let best: string | undefined;
  for (const name of names) {
    if (Math.abs(name.length - word.length) > most) continue;
    const edits = editsBetween(word.toLowerCase(), name.toLowerCase(), most);
    if (edits > most) continue;
    best = name;
    // The next one has to be nearer.
    most = edits - 1;
  }
  return best;
}

/**
 * Count the insertions, deletions and substitutions that make one word of another (Levenshtein
 * distance).
 *
 * @param most
 *   Where there are more, any number that is greater will do.
 */
function editsBetween(word: string, name: string, most: number): number {
  const start = sharedStart(word, name);
  const from = word.slice(start);
  const to = name.slice(start);
  // The edits between what has been read of the first word and each beginning of the second.
  const row = Array.from({ length: to.length + 1 }, (_, length) => length);
  for (let read = 0; read < from.length; read++) {
    let before = read;
    let least = read + 1;
    row[0] = least;
    for (let at = 0; at < to.length; at++) {
      const substituted = before + (from[read] === to[at] ? 0 : 1);
      before = row[at + 1] as number;
      const edits = Math.min(substituted, before + 1, (row[at] as number) + 1);
      row[at + 1] = edits;
      least = Math.min(least, edits);
    }
    if (least > most) return least;
  }
  return row[to.length] as number;
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
