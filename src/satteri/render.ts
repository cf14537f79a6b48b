import type { MdastVisitorContext } from 'satteri';
import { firstAfter } from './in-order.js';
import { type Node, text, withChildren } from './nodes.js';
import { copy, type Span } from './spans.js';

/** A stretch of source. */
interface Place {
  start: number;
  end: number;
}

/** What takes the place of a stretch of source. */
export interface Replacement extends Place {
  nodes: ReadonlyArray<Node>;
}

/** Put replacements into the tree, and leave alone whatever they do not touch. */
export function replaceIn(
  spans: ReadonlyArray<Span>,
  replacements: ReadonlyArray<Replacement>,
  context: MdastVisitorContext,
): void {
  for (const span of spans) {
    const { children, end, kind, node, start } = span;
    if (!touches(replacements, start, end)) continue;
    const isMarkup = kind === 'markup' || kind === 'link';
    if (isMarkup ? isWhole(span, replacements) : hides(span, replacements)) {
      replaceIn(children, replacements, context);
    } else {
      context.replaceNode(node, render(span, replacements));
    }
  }
}

/**
 * Write nodes again, with replacements in the place of what they replace.
 *
 * @param replacements
 *   In the order of the source, and apart from each other.
 */
function render(span: Span, replacements: ReadonlyArray<Replacement>): Array<Node> {
  const { children, end, inner, kind, node, start } = span;
  if (!touches(replacements, start, end)) return [copy(span)];
  const inside = (): Array<Node> =>
    children.flatMap((child) => render(child, replacements));
  const isMarkup = kind === 'markup' || kind === 'link';
  if (isMarkup ? isWhole(span, replacements) : hides(span, replacements)) {
    return [withChildren(node, inside())];
  }
  if (!isMarkup) return fill(span, replacements, start, end);
  // It crosses a replacement: its marks are text then.
  return [
    ...fill(span, replacements, start, inner.start),
    ...inside(),
    ...(referenceAfter(span, replacements) ?? fill(span, replacements, inner.end, end)),
  ];
}

/** The `[x]` that is left of `[[skype:a]][x]`: a reference of its own. */
function referenceAfter(
  { end, inner, kind, node, slice }: Span,
  replacements: ReadonlyArray<Replacement>,
): Array<Node> | undefined {
  const isFull = node.type === 'linkReference' && node.referenceType === 'full';
  const last = replacements[firstAfter(replacements, inner.end)];
  if (kind !== 'link' || !isFull || !last || last.start >= inner.end) return undefined;
  const rest = slice(last.end, end);
  if (!/^\[.*\]$/s.test(rest)) return undefined;
  const children = [text(rest.slice(1, -1))];
  return [{ ...withChildren(node, children), referenceType: 'shortcut' } as Node];
}

/** Whether a replacement is in a stretch of source, in part at least. */
function touches(places: ReadonlyArray<Place>, start: number, end: number): boolean {
  return (places[firstAfter(places, start)]?.start ?? end) < end;
}

/** Whether emphasis or the like holds all of what it touches. */
export function isWhole(
  { end, inner, start }: Span,
  places: ReadonlyArray<Place>,
): boolean {
  // Only the first and the last can go beyond it.
  const first = places[firstAfter(places, start)];
  const last = places[firstAfter(places, end - 1)];
  const begins = !first || first.start >= end || first.start >= inner.start;
  return begins && (!last || last.start >= end || last.end <= inner.end);
}

/** Whether what is in an atom is a matter of its own, as in JSX. */
function hides({ children, end, start }: Span, places: ReadonlyArray<Place>): boolean {
  const first = places[firstAfter(places, start)];
  return (
    children.length > 0 &&
    first !== undefined &&
    first.start >= start &&
    first.end <= end
  );
}

/** The text of a stretch of source, with replacements where they begin. */
function fill(
  span: Span,
  replacements: ReadonlyArray<Replacement>,
  start: number,
  end: number,
): Array<Node> {
  const nodes: Array<Node> = [];
  let at = start;
  for (let index = firstAfter(replacements, start); ; index++) {
    const replacement = replacements[index];
    if (!replacement || replacement.start >= end) break;
    nodes.push(...sliceText(span, at, replacement.start));
    if (replacement.start >= start) nodes.push(...replacement.nodes);
    at = Math.max(at, replacement.end);
  }
  nodes.push(...sliceText(span, at, end));
  return nodes;
}

/**
 * Copy what is in a stretch of the source; marks without a partner there are text.
 */
export function sliceNodes(
  spans: ReadonlyArray<Span>,
  start: number,
  end: number,
): Array<Node> {
  const nodes: Array<Node> = [];
  for (let index = firstAfter(spans, start - 1); index < spans.length; index++) {
    const span = spans[index];
    if (!span || span.start >= end) break;
    // A node without a place counts as empty, and may be where the stretch begins.
    if (span.end <= start && span.node.position) continue;
    if (span.start >= start && span.end <= end) nodes.push(copy(span));
    else nodes.push(...sliceSpan(span, start, end));
  }
  return nodes;
}

/** Text of a text node, or source, between two places; nothing where there is none. */
function sliceText(
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

function sliceSpan(span: Span, start: number, end: number): Array<Node> {
  const { children, inner, kind } = span;
  if (kind !== 'markup' && kind !== 'link') return sliceText(span, start, end);
  return [
    ...sliceText(span, start, Math.min(end, inner.start)),
    ...sliceNodes(children, start, end),
    ...sliceText(span, Math.max(start, inner.end), end),
  ];
}
