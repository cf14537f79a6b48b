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
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) > offset) high = middle;
      else low = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
