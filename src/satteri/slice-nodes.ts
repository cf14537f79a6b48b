import { firstBehind } from './first-index.js';
import { type Node, text } from './nodes.js';
import { copy, type Span } from './spans.js';

/**
 * Copy what stands in a stretch of the source; marks without a partner there are text.
 */
export function cut(
  spans: ReadonlyArray<Span>,
  start: number,
  end: number,
): Array<Node> {
  const nodes: Array<Node> = [];
  for (let index = firstBehind(spans, start - 1); index < spans.length; index++) {
    const span = spans[index];
    if (!span || span.start >= end) break;
    // A node without a place counts as empty, and may stand where the stretch begins.
    if (span.end <= start && span.node.position) continue;
    if (span.start >= start && span.end <= end) nodes.push(copy(span));
    else nodes.push(...cutSpan(span, start, end));
  }
  return nodes;
}

/** Text of a text node, or source, between two places; nothing where there is none. */
export function cutText(
  { end: last, slice, start: first }: Span,
  start: number,
  end: number,
): Array<Node> {
  const from = Math.max(start, first);
  const to = Math.min(end, last);
  if (from >= to) return [];
  const part = slice(from, to);
  return part ? [text(part)] : [];
}

function cutSpan(span: Span, start: number, end: number): Array<Node> {
  const { children, inner, kind } = span;
  if (kind !== 'markup' && kind !== 'link') return cutText(span, start, end);
  return [
    ...cutText(span, start, Math.min(end, inner.start)),
    ...cut(children, start, end),
    ...cutText(span, Math.max(start, inner.end), end),
  ];
}
