import { firstBehind } from './first-index.js';
import { type Node, text, withChildren } from './nodes.js';
import { cutText } from './slice-nodes.js';
import { copy, type Span } from './spans.js';

/** A stretch of source. */
export interface Place {
  start: number;
  end: number;
}

/** What takes the place of a stretch of source. */
export interface Replacement extends Place {
  nodes: ReadonlyArray<Node>;
}

/**
 * Write nodes anew, with replacements in the place of what they replace.
 *
 * @param replacements
 *   In the order of the source, and apart from each other.
 */
export function render(
  span: Span,
  replacements: ReadonlyArray<Replacement>,
): Array<Node> {
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
    ...(referenceBehind(span, replacements) ??
      fill(span, replacements, inner.end, end)),
  ];
}

/** The `[x]` that is left of `[[skype:a]][x]`: a reference of its own. */
function referenceBehind(
  { end, inner, kind, node, slice }: Span,
  replacements: ReadonlyArray<Replacement>,
): Array<Node> | undefined {
  const isFull = node.type === 'linkReference' && node.referenceType === 'full';
  const last = replacements[firstBehind(replacements, inner.end)];
  if (kind !== 'link' || !isFull || !last || last.start >= inner.end) return undefined;
  const rest = slice(last.end, end);
  if (!/^\[.*\]$/s.test(rest)) return undefined;
  const children = [text(rest.slice(1, -1))];
  return [{ ...withChildren(node, children), referenceType: 'shortcut' } as Node];
}

/** Whether a replacement is in a stretch of source, in part at least. */
export function touches(
  places: ReadonlyArray<Place>,
  start: number,
  end: number,
): boolean {
  return (places[firstBehind(places, start)]?.start ?? end) < end;
}

/** Whether emphasis or the like holds all of what it touches. */
export function isWhole(
  { end, inner, start }: Span,
  places: ReadonlyArray<Place>,
): boolean {
  // Only the first and the last can go beyond it.
  const first = places[firstBehind(places, start)];
  const last = places[firstBehind(places, end - 1)];
  const begins = !first || first.start >= end || first.start >= inner.start;
  return begins && (!last || last.start >= end || last.end <= inner.end);
}

/** Whether what is in an atom is a matter of its own, as in JSX. */
export function hides(
  { children, end, start }: Span,
  places: ReadonlyArray<Place>,
): boolean {
  const first = places[firstBehind(places, start)];
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
  for (let index = firstBehind(replacements, start); ; index++) {
    const replacement = replacements[index];
    if (!replacement || replacement.start >= end) break;
    nodes.push(...cutText(span, at, replacement.start));
    if (replacement.start >= start) nodes.push(...replacement.nodes);
    at = Math.max(at, replacement.end);
  }
  nodes.push(...cutText(span, at, end));
  return nodes;
}
