import { firstIndex } from './first-index.js';

/** A place in a text: both from 1, the column in UTF-16 code units. */
export interface Point {
  line: number;
  column: number;
}

/** Make a function that gives the line and column of an offset. */
export function createPoints(source: string): (offset: number) => Point {
  const ends: Array<number> = [];
  for (const { 0: ending, index } of source.matchAll(/\r\n|[\r\n]/g)) {
    ends.push(index + ending.length);
  }
  return (offset) => {
    const before = firstIndex(ends, (end) => end <= offset);
    return { line: before + 1, column: offset - (ends[before - 1] ?? 0) + 1 };
  };
}
