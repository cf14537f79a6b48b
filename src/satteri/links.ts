import type { ContactLink } from '../core/contact-link.js';
import {
  type Finding,
  findingsOf,
  type TextEdit,
  toEdit,
} from '../core/findings/finding.js';
import type { createRetirements } from '../core/findings/message.js';
import { moveOut, type PlacedShorthand } from '../core/findings/move-out.js';
import { nestedLink, type Problem } from '../core/findings/problem.js';
import { AnchorContents, insideAnchors } from '../core/html/anchors.js';
import { byStart } from '../core/in-order.js';
import { resolveHead } from '../core/resolve/resolve-head.js';
import type { Settings } from '../core/settings.js';
import { unclosedFinding } from '../core/shorthand/unclosed.js';
import {
  type FinishedLabel,
  finishLabel,
  splitAtNotes,
} from '../unist/finish-label.js';
import { toProperties } from '../unist/hast-properties.js';
import type { Found, FoundShorthand } from './find-shorthands.js';
import { type Node, text } from './nodes.js';
import { type Replacement, sliceNodes } from './render.js';
import type { Span } from './spans.js';
import type { Html } from './visitors.js';

/** A finding, and its offset in the document. */
export interface PlacedFinding extends Finding {
  start: number;
}

/** What becomes of shorthands. */
export interface Outcome {
  /** What to put in their place, in the order of the source. */
  replacements: Array<Replacement>;
  findings: Array<PlacedFinding>;
}

interface Decided {
  shorthand: FoundShorthand;
  result: ContactLink | Problem;
  /** Whether it is in an anchor that is not Markdown. */
  inAnchor: boolean;
}

/**
 * Resolve the shorthands that were found.
 *
 * @param found
 *   Blocks in the order of the document: all of them where there are anchors, else any.
 * @param anchors
 *   Raw HTML with tags of anchors.
 */
export function linkShorthands(
  found: ReadonlyArray<Found>,
  anchors: ReadonlyArray<Html>,
  source: string,
  settings: Settings,
  retirement: ReturnType<typeof createRetirements>,
): Outcome {
  const shorthands = found.flatMap((block) => block.shorthands).sort(byStart);
  const decided = shorthands.map((shorthand): Decided => {
    const { inAnchor, inLink } = shorthand.around;
    const { head } = shorthand;
    const result = inLink ? nestedLink(head) : resolveHead(head, settings);
    const isNested = inAnchor && result.kind === 'link';
    return { shorthand, result: isNested ? nestedLink(head) : result, inAnchor };
  });
  undoNested(anchors, decided);
  const replacements: Array<Replacement> = [];
  const findings: Array<PlacedFinding> = [];

  const moves = findMoves(decided, source, settings);
  for (const { result, shorthand } of decided) {
    const { around, end, head, start } = shorthand;
    const written = source.slice(start, end);
    // The markers of block quotes and the like are not part of a shorthand.
    const actual = around.inContainer
      ? written.replace(/(\r\n?|\n)[ \t>]*/g, '$1')
      : written;
    const isLink = result.kind === 'link';
    const label = labelOf(shorthand);
    const nodes = isLink
      ? toLink(result, label)
      : splitAtNotes(actual, label.notes, text);
    replacements.push({ start, end, nodes });
    const edit = moves(shorthand);
    const shown = { head, source: actual };
    for (const finding of findingsOf(result, shown, settings, edit)) {
      // A text put in its place would remove the markers.
      const suggestions = actual === written ? finding.suggestions : [];
      findings.push({ ...finding, suggestions, start });
    }
    const retired = isLink && retirement(result.service.name, actual);
    if (retired) findings.push({ ...retired, start });
  }
  for (const { inTable, start, ...unclosed } of found.flatMap(
    (block) => block.unclosed,
  )) {
    findings.push({ ...unclosedFinding(unclosed, inTable, settings), start });
  }
  const nearMisses = found.flatMap((block) => block.nearMisses);
  const html = anchors.map(({ start, value }) => ({ offset: start, value }));
  const nested = new Set(insideAnchors(nearMisses, html));
  for (const nearMiss of nearMisses) {
    if (!nested.has(nearMiss)) {
      findings.push({ ...nearMiss.finding, start: nearMiss.offset });
    }
  }
  return { replacements, findings };
}

/** Undo the links inside `<a>` of raw HTML. */
function undoNested(tags: ReadonlyArray<Html>, decided: ReadonlyArray<Decided>): void {
  const [first] = decided;
  // An `<a>` that nothing closes is not an anchor.
  if (!first || !tags.some(({ start }) => start > first.shorthand.start)) return;
  const anchors = new AnchorContents<Decided>();
  let next = 0;
  for (const item of decided) {
    const { end, start } = item.shorthand;
    for (let tag = tags[next]; tag && tag.start < end; tag = tags[++next]) {
      // Tags in a label go with it.
      if (tag.start < start) anchors.html(tag.value);
    }
    anchors.add(item);
  }
  for (const { value } of tags.slice(next)) anchors.html(value);
  for (const item of anchors.found) {
    item.inAnchor = true;
    if (item.result.kind === 'link') item.result = nestedLink(item.shorthand.head);
  }
}

/** Make a function that gives the edit that moves a shorthand, and others, out of a link. */
function findMoves(
  decided: ReadonlyArray<Decided>,
  source: string,
  settings: Settings,
): (shorthand: FoundShorthand) => TextEdit | undefined {
  const nested = new Map<Span, Array<PlacedShorthand>>();
  for (const { inAnchor, shorthand } of decided) {
    const { end, head, outer, start } = shorthand;
    if (!outer || inAnchor) continue;
    const known = nested.get(outer) ?? [];
    known.push({ head, start, source: source.slice(start, end) });
    nested.set(outer, known);
  }
  const moved = new Map(
    Array.from(nested, ([outer, shorthands]) => {
      const link = { start: outer.start, end: outer.end, textEnd: outer.inner.end };
      return [outer, moveOut(link, shorthands, source, settings)];
    }),
  );
  return ({ outer, start }) => {
    const closed = outer && moved.get(outer);
    if (!outer || !closed) return undefined;
    return toEdit(closed, { start: outer.start - start, end: outer.end - start });
  };
}

function labelOf({ label, spans }: FoundShorthand): FinishedLabel<Node> {
  return finishLabel(label ? sliceNodes(spans, label.start, label.end) : []);
}

function toLink(
  { attributes, contact, label: defaultLabel, url }: ContactLink,
  { label, notes }: FinishedLabel<Node>,
): Array<Node> {
  const hProperties = toProperties(attributes);
  const link = {
    type: 'link',
    url,
    title: null,
    children: label ?? [text(defaultLabel)],
    data: { contact, ...(hProperties && { hProperties }) },
  } as Node;
  return [link, ...notes];
}
