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
