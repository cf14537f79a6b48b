/**
 * Find the changes that are right, where most are: they are tried together, and apart only where
 * that fails.
 *
 * @param isGood
 *   Whether some of them can be made together.
 * @param found
 *   Those that were found before, and are right together. Default: none.
 * @returns
 *   Those that are right together with the ones before them; the last call of `isGood` that was
 *   answered with `true` was for `found` and all of these.
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
