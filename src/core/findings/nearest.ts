/** Farther than that, a word is not a slip of the pen. */
const longest = 32;

/**
 * Find the name that somebody most likely meant.
 *
 * @param word
 *   What they wrote.
 * @param names
 *   What there is.
 * @returns
 *   The nearest name, if it is within one edit for every three letters; nothing for a word of
 *   more than 32 characters.
 */
export function nearest(
  word: string,
  names: ReadonlyArray<string>,
): string | undefined {
  if (word.length > longest) return undefined;
  const lower = word.toLowerCase();
  let most = Math.ceil(word.length / 3);
  let best: string | undefined;
  for (const name of names) {
    // What cannot be nearer needs no count.
    if (Math.abs(name.length - word.length) > most) continue;
    const edits = distance(lower, name.toLowerCase());
    if (edits > most) continue;
    best = name;
    most = edits - 1;
  }
  return best;
}

/**
 * Count the insertions, deletions and substitutions that make one text of another
 * (Levenshtein). A library for it is as large as a service.
 */
function distance(from: string, to: string): number {
  // Those to each start of `to`, from what has been read of `from`.
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, character] of from.split('').entries()) {
    let edits = index + 1;
    row = row.map((before, at) => {
      const replaced = Number(row[at - 1]) + Number(character !== to[at - 1]);
      edits = at === 0 ? edits : Math.min(edits + 1, before + 1, replaced);
      return edits;
    });
  }
  return Number(row.at(-1));
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

/** The name that somebody most likely meant. */
export interface Meant {
  name: string;
  /** Whether it is not the only one that is a slip of the pen away. */
  isGuess: boolean;
}

/**
 * Find the name that somebody meant.
 *
 * @param word
 *   What they wrote.
 * @param names
 *   What there is.
 * @returns
 *   The only name that is a slip of the pen away; otherwise the nearest one, if any is near.
 */
export function findMeant(
  word: string,
  names: ReadonlyArray<string>,
): Meant | undefined {
  const [slip, ...others] = names.filter((name) =>
    isNear(word.toLowerCase(), name.toLowerCase()),
  );
  if (slip !== undefined && others.length === 0) return { name: slip, isGuess: false };
  const name = nearest(word, names);
  return name === undefined ? undefined : { name, isGuess: true };
}

/** How many names are looked at on each side of a word. */
const reach = 500;

/**
 * Make a function that finds the nearest of many names: those whose first letters or whose
 * last letters come near to the word in the order of the alphabet are looked at, so that it
 * does not matter how many there are.
 *
 * @param names
 *   What there is.
 */
export function createNameFinder(
  names: ReadonlyArray<string>,
): (word: string) => string | undefined {
  if (names.length <= 2 * reach) return (word) => nearest(word, names);
  const byStart = sortedBy(names, (name) => name.toLowerCase());
  const byEnd = sortedBy(names, reversed);
  return (word) =>
    word.length > longest
      ? undefined
      : nearest(word, [
          ...around(byStart, word.toLowerCase()),
          ...around(byEnd, reversed(word)),
        ]);
}

interface Entry {
  key: string;
  name: string;
}

function sortedBy(
  names: ReadonlyArray<string>,
  keyOf: (name: string) => string,
): Array<Entry> {
  return names
    .map((name) => ({ key: keyOf(name), name }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

function around(entries: ReadonlyArray<Entry>, key: string): Array<string> {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (String(entries[middle]?.key) < key) low = middle + 1;
    else high = middle;
  }
  return entries.slice(Math.max(0, low - reach), low + reach).map(({ name }) => name);
}

function reversed(text: string): string {
  return [...text.toLowerCase()].reverse().join('');
}
