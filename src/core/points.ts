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
 * @returns
 *   Function that takes an offset in UTF-16 code units, and gives its place.
 */
export function createPoints(text: string): (offset: number) => Point {
  const ends = endsOfLines(text);
  return (offset) => {
    const before = firstIndex(ends, (end) => end <= offset);
    return { line: before + 1, column: offset - (ends[before - 1] ?? 0) + 1, offset };
  };
}

/**
 * Find the offset of a line and column.
 *
 * @param text
 *   The document.
 * @param place
 *   Both from 1, the column in UTF-16 code units.
 */
export function offsetOf(text: string, place: Pick<Point, 'line' | 'column'>): number {
  return (endsOfLines(text)[place.line - 2] ?? 0) + place.column - 1;
}

/** Where lines end: the offsets after their line endings. */
function endsOfLines(text: string): Array<number> {
  const ends: Array<number> = [];
  for (const { 0: ending, index } of text.matchAll(/\r\n|[\r\n]/g)) {
    ends.push(index + ending.length);
  }
  return ends;
}
