import type { Settings } from '../core/settings.js';
import type { Unclosed } from '../core/shorthand/unclosed.js';
import { isForeignAnchor } from '../unist/foreign-anchor.js';
import { firstBehind, firstFrom } from './first-index.js';
import { type Leaf, toLeaves } from './leaves.js';
import { attempt, type Shorthand } from './parse-shorthand.js';
import { isWhole } from './render.js';
import type { Span } from './spans.js';

/** What is around a shorthand. */
export interface Surroundings {
  /** The text of a Markdown link. */
  inLink: boolean;
  /** An anchor in JSX, or from another plugin. */
  inAnchor: boolean;
  /** The cell of a table. */
  inTable: boolean;
  /** A block quote, list or footnote, whose markers are between lines. */
  inContainer: boolean;
}

/** A shorthand, and the nodes it is made of. */
export interface FoundShorthand extends Shorthand {
  around: Surroundings;
  spans: ReadonlyArray<Span>;
}

/** What was found in a document. */
export interface Found {
  shorthands: Array<FoundShorthand>;
  unclosed: Array<Unclosed & { start: number; inTable: boolean }>;
  /** Raw HTML. */
  html: Array<{ start: number; value: string }>;
}

/** Find the shorthands of a document, in the order of the source. */
export function findShorthands(
  spans: ReadonlyArray<Span>,
  source: string,
  candidates: ReadonlyArray<number>,
  { names }: Settings,
): Found {
  const found: Found = { shorthands: [], unclosed: [], html: [] };
  const nothing = {
    inLink: false,
    inAnchor: false,
    inTable: false,
    inContainer: false,
  };
  findIn(spans, nothing);
  found.shorthands.sort(byStart);
  found.unclosed.sort(byStart);
  found.html.sort(byStart);
  return found;

  function findIn(siblings: ReadonlyArray<Span>, around: Surroundings): void {
    const leaves = toLeaves(siblings);
    const shorthands = readLeaves(leaves, around.inTable);
    for (const shorthand of shorthands) {
      const leaf = leaves[firstBehind(leaves, shorthand.start)];
      const inLink = !around.inLink && isInLink(leaf, shorthands);
      found.shorthands.push({
        start: shorthand.start,
        end: shorthand.end,
        head: shorthand.head,
        label: shorthand.label,
        around: inLink ? { ...around, inLink } : around,
        spans: siblings,
      });
    }
    let next = 0;
    for (const leaf of leaves) {
      const { kind, span, start } = leaf;
      while ((shorthands[next]?.end ?? start + 1) <= start) next++;
      if (kind !== 'atom' || (shorthands[next]?.start ?? start) < start) continue;
      const { children, node } = span;
      if (node.type === 'html') found.html.push({ start, value: node.value });
      if (children.length === 0) continue;
      findIn(children, {
        inLink: around.inLink || node.type === 'link' || isInLink(leaf, shorthands),
        inAnchor: around.inAnchor || isForeignAnchor(node),
        inTable: around.inTable || node.type === 'tableCell',
        inContainer:
          around.inContainer || /^(?:blockquote|list|footnote)/.test(node.type),
      });
    }
  }

  function readLeaves(leaves: ReadonlyArray<Leaf>, inTable: boolean): Array<Shorthand> {
    const shorthands: Array<Shorthand> = [];
    const first = leaves.at(0);
    const last = leaves.at(-1);
    if (!first || !last || !leaves.some(({ kind }) => kind === 'text')) return [];
    if (!isAscending(leaves)) return [];
    const text = source.slice(0, last.end);
    let at = first.start;
    const from = firstFrom(candidates, first.start);
    for (const start of candidates.slice(from, firstFrom(candidates, last.end))) {
      if (start < at) continue;
      const result = attempt(leaves, text, start, at, names);
      if (!result) continue;
      if ('end' in result) {
        shorthands.push(result);
        at = result.end;
      } else {
        found.unclosed.push({ ...result, start, inTable });
      }
    }
    return shorthands;
  }
}

function byStart(left: { start: number }, right: { start: number }): number {
  return left.start - right.start;
}

/** Whether one of the links around a leaf stays a link. */
function isInLink(
  leaf: Leaf | undefined,
  shorthands: ReadonlyArray<Shorthand>,
): boolean {
  for (let span = leaf?.span; span; span = span.parent) {
    if (span.kind === 'link' && isWhole(span, shorthands)) return true;
  }
  return false;
}

/** Whether nodes are in the order of the source: other plugins may have moved some. */
function isAscending(leaves: ReadonlyArray<Leaf>): boolean {
  return leaves.every(({ start }, index) => start >= (leaves[index - 1]?.end ?? 0));
}
