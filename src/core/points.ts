import { firstIndex } from './in-order.js';

/** A place in a text: line and column from 1, the column in UTF-16 code units. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/**
 * Make a function that gives the line and column of an offset.
 *
 * @param text
 *   The document.
 */
export function createPoints(text: string): (offset: number) => Point {
  const ends: Array<number> = [];
  for (const { 0: ending, index } of text.matchAll(/\r\n|[\r\n]/g)) {
    ends.push(index + ending.length);
  }
  return (offset) => {
    const before = firstIndex(ends, (end) => end <= offset);
    return { line: before + 1, column: offset - (ends[before - 1] ?? 0) + 1, offset };
  };
}
