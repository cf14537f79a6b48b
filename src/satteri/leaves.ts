import type { Span } from './spans.js';

/** A stretch of source that is not divided further: a node, or a mark around one. */
export interface Leaf {
  span: Span;
  start: number;
  end: number;
  /** What it is: the kind of its node, or one of the marks around that. */
  kind: 'text' | 'literal' | 'atom' | 'open' | 'close';
}

/** Put nodes and marks in a row, in the order of the source. */
export function toLeaves(spans: ReadonlyArray<Span>): Array<Leaf> {
  const leaves: Array<Leaf> = [];
  const add = (span: Span): void => {
    const { children, end, inner, kind, start } = span;
    if (kind === 'markup' || kind === 'link') {
      leaves.push({ span, start, end: inner.start, kind: 'open' });
      children.forEach(add);
      leaves.push({ span, start: inner.end, end, kind: 'close' });
    } else {
      leaves.push({ span, start, end, kind });
    }
  };
  spans.forEach(add);
  return leaves;
}

/** The index of the leaf that a place is in, or of the next one behind it. */
export function leafAt(leaves: ReadonlyArray<Leaf>, offset: number): number {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
