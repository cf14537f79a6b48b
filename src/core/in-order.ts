/**
 * Find the index of the first item, of some in ascending order, that is far enough.
 *
 * @param isBefore
 *   Whether an item is not far enough: true for the first ones, false for all others.
 * @returns
 *   The index; the length of the list when no item is far enough.
 */
export function firstIndex<Item>(
  items: ReadonlyArray<Item>,
  isBefore: (item: Item) => boolean,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(items[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first of some ascending places that ends after another. */
export function firstAfter(
  places: ReadonlyArray<{ end: number }>,
  offset: number,
): number {
  return firstIndex(places, ({ end }) => end <= offset);
}

/** The index of the first of some ascending offsets that is not before a place. */
export function firstFrom(offsets: ReadonlyArray<number>, place: number): number {
  return firstIndex(offsets, (offset) => offset < place);
}

/** Compare two places by where they begin. */
export function byStart(left: { start: number }, right: { start: number }): number {
  return left.start - right.start;
}
