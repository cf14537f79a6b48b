import type { NearMiss } from '../core/findings/near-misses.js';
import { firstAfter, firstFrom } from '../core/in-order.js';
import type { Settings } from '../core/settings.js';
import type { Unclosed } from '../core/shorthand/unclosed.js';
import { areText, parseShorthand, type Shorthand } from './parse-shorthand.js';
import { isWhole } from './render.js';
import { type Leaf, type Span, toLeaves } from './spans.js';
import { type Surroundings, within } from './surroundings.js';

/** A shorthand, and the nodes that it is in. */
export interface FoundShorthand extends Shorthand {
  around: Surroundings;
  /** The link in whose text it is, where its place is known. */
  outer: Span | undefined;
  spans: ReadonlyArray<Span>;
}

/** What was found in a block. */
export interface Found {
  shorthands: Array<FoundShorthand>;
  unclosed: Array<Unclosed & { start: number; inTable: boolean }>;
  /** Near misses in text, and in no link. */
  nearMisses: Array<NearMiss>;
}

/** What may be a shorthand or a near miss, in text or not. */
export interface Candidates {
  /** Offsets of all, in order. */
  offsets: ReadonlyArray<number>;
  nearMisses: ReadonlyMap<number, NearMiss>;
}

/**
 * Find the shorthands of a block.
 *
 * @param spans
 *   The content of the block.
 * @param around
 *   What is around that content, the block included.
 * @param source
 *   The document.
 * @param from
 *   Where candidates may begin.
 * @param candidates
 *   The candidates of the document.
 */
export function findShorthands(
  spans: ReadonlyArray<Span>,
  around: Surroundings,
  source: string,
  from: number,
  { nearMisses, offsets }: Candidates,
  { names }: Settings,
): Found {
  const found: Found = { shorthands: [], unclosed: [], nearMisses: [] };
  findIn(spans, around);
  return found;

  function findIn(siblings: ReadonlyArray<Span>, around: Surroundings): void {
    const leaves = toLeaves(siblings);
    const shorthands = readLeaves(leaves, around);
    for (const shorthand of shorthands) {
      const leaf = leaves[firstAfter(leaves, shorthand.start)];
      const outer = linkAround(leaf, shorthands);
      const inLink = around.inLink || outer !== undefined;
      found.shorthands.push({
        start: shorthand.start,
        end: shorthand.end,
        head: shorthand.head,
        label: shorthand.label,
        around: inLink ? { ...around, inLink } : around,
        outer,
        spans: siblings,
      });
    }
    let next = 0;
    for (const leaf of leaves) {
      const { kind, span, start } = leaf;
      while ((shorthands[next]?.end ?? start + 1) <= start) next++;
      if (kind !== 'atom' || (shorthands[next]?.start ?? start) < start) continue;
      const { children, node } = span;
      if (children.length === 0) continue;
      const inside = within(node, around);
      const inLink = inside.inLink || linkAround(leaf, shorthands) !== undefined;
      findIn(children, { ...inside, inLink });
    }
  }

  function readLeaves(
    leaves: ReadonlyArray<Leaf>,
    { inAnchor, inLink, inTable }: Surroundings,
  ): Array<Shorthand> {
    const shorthands: Array<Shorthand> = [];
    const first = leaves.at(0);
    const last = leaves.at(-1);
    if (!first || !last || !leaves.some(({ kind }) => kind === 'text')) return [];
    if (!isAscending(leaves)) return [];
    const text = source.slice(0, last.end);
    let at = first.start;
    const next = firstFrom(offsets, Math.max(first.start, from));
    for (const start of offsets.slice(next, firstFrom(offsets, last.end))) {
      if (start < at) continue;
      const nearMiss = nearMisses.get(start);
      if (nearMiss) {
        const isFree = !inAnchor && !inLink && isPlain(leaves, text, start, at);
        if (isFree) found.nearMisses.push(nearMiss);
        continue;
      }
      const result = parseShorthand(leaves, text, start, at, names);
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

/** Find the link around a leaf, if it stays a link. */
function linkAround(
  leaf: Leaf | undefined,
  shorthands: ReadonlyArray<Shorthand>,
): Span | undefined {
  for (let span = leaf?.span; span; span = span.parent) {
    if (span.kind === 'link' && isWhole(span, shorthands)) return span;
  }
  return undefined;
}

/** Whether two `[` are text, and are in no link. */
function isPlain(
  leaves: ReadonlyArray<Leaf>,
  source: string,
  start: number,
  last: number,
): boolean {
  const leaf = leaves[firstAfter(leaves, start + 1)];
  for (let span = leaf?.span; span; span = span.parent) {
    if (span.kind === 'link') return false;
  }
  return areText(leaves, source, start, last);
}

/** Whether leaves are in the order of the source: other plugins may have moved nodes. */
function isAscending(leaves: ReadonlyArray<Leaf>): boolean {
  return leaves.every(({ start }, index) => start >= (leaves[index - 1]?.end ?? 0));
}
