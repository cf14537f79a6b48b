/**
 * Find the changes that are right, where most are: they are tried together, and by halves only
 * where that fails.
 *
 * @param isGood
 *   Whether some changes can be made together.
 * @param found
 *   Changes that were found before, and are right together. Default: none.
 * @returns
 *   The changes that are right together with those found before. The last call of `isGood` that
 *   returned `true` was for `found` and all of these.
 */
export function findGood<Change>(
  changes: ReadonlyArray<Change>,
  isGood: (some: ReadonlyArray<Change>) => boolean,
  found: ReadonlyArray<Change> = [],
): ReadonlyArray<Change> {
  if (changes.length === 0 || isGood([...found, ...changes])) return changes;
  if (changes.length === 1) return [];
  const middle = changes.length >> 1;
  const first = findGood(changes.slice(0, middle), isGood, found);
  const rest = findGood(changes.slice(middle), isGood, [...found, ...first]);
  return [...first, ...rest];
}
