import type { MdastVisitorContext } from 'satteri';
import { firstAfter } from '../core/in-order.js';
import { type Node, text, withChildren } from './nodes.js';
import { type Meanings, type Piece, pairMarks } from './pair-marks.js';
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

/** A change of a document. */
export interface Edit {
  source: string;
  /** In the order of the source, without overlaps. */
  replacements: ReadonlyArray<Replacement>;
}

/** Put replacements into the tree, and leave alone all nodes that they do not touch. */
export function replaceIn(
  spans: ReadonlyArray<Span>,
  edit: Edit,
  context: MdastVisitorContext,
): void {
  if (isCrossed(spans, edit)) {
    const nodes = renderAll(spans, edit);
    for (const { node } of spans) context.replaceNode(node, nodes.splice(0));
    return;
  }
  for (const span of spans) replaceInSpan(span, edit, context);
}

function replaceInSpan(span: Span, edit: Edit, context: MdastVisitorContext): void {
  const { children, end, kind, node, start } = span;
  if (!touches(edit, start, end)) return;
  if (!staysAround(span, edit)) {
    context.replaceNode(node, render(span, edit));
  } else if (kind === 'markup') {
    for (const child of children) replaceInSpan(child, edit, context);
  } else {
    replaceIn(children, edit, context);
  }
}

/** Whether emphasis or a link crosses a replacement, so that marks get other partners. */
function isCrossed(spans: ReadonlyArray<Span>, edit: Edit): boolean {
  return spans.some((span) => {
    const { children, end, kind, start } = span;
    if (!isMarkup(span) || !touches(edit, start, end)) return false;
    if (!isWhole(span, edit.replacements)) return true;
    return kind === 'markup' && isCrossed(children, edit);
  });
}

function isMarkup({ kind }: Span): boolean {
  return kind === 'markup' || kind === 'link';
}

/** Write nodes again, with the replacements. */
function renderAll(spans: ReadonlyArray<Span>, edit: Edit): Array<Node> {
  if (!isCrossed(spans, edit)) return spans.flatMap((span) => render(span, edit));
  const meanings = new Map(emphasis);
  const pieces = spans.flatMap((span) => toPieces(span, edit, meanings));
  return pairMarks(pieces, meanings, edit.source);
}

/** Write a node again, with the replacements; only text may cross one of these. */
function render(span: Span, edit: Edit): Array<Node> {
  const { children, end, kind, node, start } = span;
  if (!touches(edit, start, end)) return [copy(span)];
  if (!staysAround(span, edit)) return fill(span, edit, start, end);
  const inside =
    kind === 'markup'
      ? children.flatMap((child) => render(child, edit))
      : renderAll(children, edit);
  return [withChildren(node, inside)];
}

const emphasis: Meanings = new Map([
  ['*', 'emphasis'],
  ['_', 'emphasis'],
  ['**', 'strong'],
  ['__', 'strong'],
]);

/**
 * Take a span apart.
 *
 * @param meanings
 *   Gets the meanings of marks other than `*` and `_`, which depend on the engine's options.
 */
function toPieces(span: Span, edit: Edit, meanings: Map<string, string>): Array<Piece> {
  const { children, end, inner, kind, node, start } = span;
  const inside = (): Array<Piece> =>
    children.flatMap((child) => toPieces(child, edit, meanings));
  if (kind === 'text') return toMarks(span, edit, start, end);
  if (kind === 'markup') {
    const mark = edit.source.slice(start, inner.start);
    if (!emphasis.has(mark)) meanings.set(mark, node.type);
    return [
      ...toMarks(span, edit, start, inner.start),
      ...inside(),
      ...toMarks(span, edit, inner.end, end),
    ];
  }
  if (kind !== 'link' || isWhole(span, edit.replacements)) {
    return [{ kind: 'nodes', nodes: render(span, edit) }];
  }
  const reference = referenceAfter(span, edit);
  return [
    { kind: 'nodes', nodes: fill(span, edit, start, inner.start) },
    ...inside(),
    ...(reference
      ? [{ kind: 'nodes', nodes: reference } as const]
      : toMarks(span, edit, inner.end, end)),
  ];
}

/** Marks in a text, or something escaped. */
const marks = /\\[\s\S]|([*_~^])\1*/g;

/** Take a stretch of text apart, with replacements where they begin. */
function toMarks(span: Span, edit: Edit, start: number, end: number): Array<Piece> {
  const pieces: Array<Piece> = [];
  let at = start;
  const add = (to: number): void => {
    const nodes = fill(span, edit, at, to);
    if (nodes.length > 0) pieces.push({ kind: 'nodes', nodes });
  };
  for (const { 0: found, 1: character, index } of edit.source
    .slice(start, end)
    .matchAll(marks)) {
    const from = start + index;
    if (!character || touches(edit, from, from + 1)) continue;
    add(from);
    at = from + found.length;
    pieces.push({ kind: 'marks', character, start: from, end: at });
  }
  add(end);
  return pieces;
}

/** Write the `[x]` that is left of `[[skype:a]][x]`: it is a reference of its own. */
function referenceAfter(
  { end, inner, kind, node, slice }: Span,
  { replacements, source }: Edit,
): Array<Node> | undefined {
  const isFull = node.type === 'linkReference' && node.referenceType === 'full';
  const last = replacements[firstAfter(replacements, inner.end)];
  if (kind !== 'link' || !isFull || !last || last.start >= inner.end) return undefined;
  const rest = slice(last.end, end);
  // The text after it may make it something else.
  if (!/^\[.*\]$/s.test(rest) || /[[(]/.test(source.charAt(end))) return undefined;
  const children = [text(rest.slice(1, -1))];
  return [{ ...withChildren(node, children), referenceType: 'shortcut' } as Node];
}

/** Whether a replacement is in a stretch of source, at least in part. */
function touches({ replacements }: Edit, start: number, end: number): boolean {
  return (replacements[firstAfter(replacements, start)]?.start ?? end) < end;
}

/** Whether a node stays, and replacements change only its content. */
function staysAround(span: Span, { replacements }: Edit): boolean {
  return isMarkup(span) ? isWhole(span, replacements) : hides(span, replacements);
}

/** Whether emphasis or the like holds each place that it touches as a whole. */
export function isWhole(
  { end, inner, start }: Span,
  places: ReadonlyArray<Place>,
): boolean {
  // Only the first and the last place can go beyond it.
  const first = places[firstAfter(places, start)];
  const last = places[firstAfter(places, end - 1)];
  const begins = !first || first.start >= end || first.start >= inner.start;
  return begins && (!last || last.start >= end || last.end <= inner.end);
}

/** Whether the content of an atom is separate from the text around it, as in JSX. */
function hides({ children, end, start }: Span, places: ReadonlyArray<Place>): boolean {
  const first = places[firstAfter(places, start)];
  return (
    children.length > 0 &&
    first !== undefined &&
    first.start >= start &&
    first.end <= end
  );
}

/** Write the text of a stretch of source, with replacements where they begin. */
function fill(
  span: Span,
  { replacements }: Edit,
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

/** Copy the nodes in a stretch of source; marks without a partner there become text. */
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

/** Write what a reader sees between two places of a span as text; nothing where that is empty. */
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
