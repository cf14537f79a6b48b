import { firstIndex } from './first-index.js';

/** A place in a text: both from 1, the column in UTF-16 code units. */
export interface Point {
  line: number;
  column: number;
}

/** Make a function that gives the line and column of an offset. */
export function createPoints(source: string): (offset: number) => Point {
  const starts = [0];
  for (const { 0: ending, index } of source.matchAll(/\r\n|[\r\n]/g)) {
    starts.push(index + ending.length);
  }
  return (offset) => {
    const line = firstIndex(starts, (start) => start <= offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}
