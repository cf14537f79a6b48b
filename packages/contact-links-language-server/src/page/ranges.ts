import type { Range } from 'remark-contact-links/core';

/** Whether an offset is in a range or right after it, where a cursor can be. */
export function touches({ end, start }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Whether two ranges overlap or touch. */
export function meet(left: Range, right: Range): boolean {
  return left.start <= right.end && right.start <= left.end;
}

/** Move a range. */
export function shifted({ end, start }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

/** Get the index of the first of some ascending ranges that ends after an offset. */
export function firstBehind(ranges: ReadonlyArray<Range>, offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one of some ascending ranges holds an offset. */
export function isInside(ranges: ReadonlyArray<Range>, offset: number): boolean {
  const range = ranges[firstBehind(ranges, offset)];
  return range !== undefined && range.start <= offset;
}
