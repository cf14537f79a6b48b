import { firstBehind } from './first-index.js';
import { type Node, text } from './nodes.js';
import { copy, type Span } from './spans.js';

/**
 * Copy what stands in a stretch of the source; marks without a partner there are text.
 */
export function cut(
  spans: ReadonlyArray<Span>,
  source: string,
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
    else nodes.push(...cutSpan(span, source, start, end));
  }
  return nodes;
}

/** Text of a text node, or source, between two places; nothing where there is none. */
export function cutText(
  { align, end: last, kind, start: first, value }: Span,
  source: string,
  start: number,
  end: number,
): Array<Node> {
  const from = Math.max(start, first);
  const to = Math.min(end, last);
  if (from >= to) return [];
  const isText = kind === 'text' || kind === 'literal';
  const part = isText
    ? value.slice(align(from - first), align(to - first))
    : source.slice(from, to);
  return part ? [text(part)] : [];
}

function cutSpan(span: Span, source: string, start: number, end: number): Array<Node> {
  const { children, inner, kind } = span;
  if (kind !== 'markup' && kind !== 'link') return cutText(span, source, start, end);
  return [
    ...cutText(span, source, start, Math.min(end, inner.start)),
    ...cut(children, source, start, end),
    ...cutText(span, source, Math.max(start, inner.end), end),
  ];
}
