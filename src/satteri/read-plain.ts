import type { MdastVisitorContext } from 'satteri';
import { firstFrom } from '../core/in-order.js';
import type { Settings } from '../core/settings.js';
import { isForeignAnchor } from '../unist/foreign-anchor.js';
import { type Candidates, type Found, findShorthands } from './find-shorthands.js';
import { childrenOf, type Node } from './nodes.js';
import type { Span } from './spans.js';
import { nothing } from './surroundings.js';
import type { Block } from './visitors.js';

/** A block, and the shorthands in it. */
export interface Read {
  spans: ReadonlyArray<Span>;
  found: Found;
}

/** What may be a shorthand: from `[[service:` to the next `]]`. */
interface Claim {
  start: number;
  end: number;
}

/** Blocks that hold text directly. */
const textBlock = /^(?:heading|leafDirective|paragraph|tableCell)$/;

/** Source whose value differs from it. */
const escaped = /\\|&#?[a-z\d]+;/i;

/**
 * Read a block whose shorthands are text and nothing else, as most are.
 *
 * The engine gives the places of nodes in a block only with a copy of the whole tree, which
 * takes longer than the page. It gives their types and text without a copy: where each `[[` of
 * the source is in one of these texts, the places follow from the source.
 *
 * @param block
 *   A block without an anchor or a link around it.
 * @returns
 *   The block; nothing where it has to be read from a copy.
 */
export function readPlain(
  { from, node }: Block,
  source: string,
  candidates: Candidates,
  settings: Settings,
  context: MdastVisitorContext,
): Read | undefined {
  const { position, type } = node;
  if (!position || !textBlock.test(type) || isForeignAnchor(node)) return undefined;
  const start = Number(position.start.offset);
  const written = source.slice(start, position.end.offset);
  if (start < from || escaped.test(written)) return undefined;
  const claims = claimsIn(written, start, candidates);
  const spans = claims && placeTexts(node, written, claims, source, context);
  if (!spans) return undefined;
  const found = findShorthands(spans, nothing, source, from, candidates, settings);
  // A value in quotes may hold a `]]`.
  const areWhole = claims.every(
    ({ end }, index) => found.shorthands[index]?.end === end,
  );
  return areWhole ? { spans, found } : undefined;
}

/** Find the claims of a block; nothing where there are other brackets. */
function claimsIn(
  written: string,
  start: number,
  { nearMisses, offsets }: Candidates,
): Array<Claim> | undefined {
  const claims: Array<Claim> = [];
  let next = firstFrom(offsets, start);
  for (const at of bracketsIn(written)) {
    const claim = start + at;
    if (offsets[next++] !== claim || nearMisses.has(claim)) return undefined;
    claims.push({ start: claim, end: start + written.indexOf(']]', at) + 2 });
  }
  return claims;
}

/** Find the offsets of `[[` in a text. */
function bracketsIn(text: string): Array<number> {
  const found: Array<number> = [];
  let at = text.indexOf('[[');
  for (; at >= 0; at = text.indexOf('[[', at + 1)) found.push(at);
  return found;
}

/**
 * Find the texts that hold claims, and the links that the engine has made of addresses in
 * claims. Text before and after a claim counts as if it was on the same line.
 */
function placeTexts(
  block: Node,
  written: string,
  claims: ReadonlyArray<Claim>,
  source: string,
  context: MdastVisitorContext,
): Array<Span> | undefined {
  const spans: Array<Span> = [];
  let next = 0;
  let claim: Claim = { start: 0, end: 0 };
  /** How far the claim has been read. */
  let at = 0;
  for (const node of childrenOf(block)) {
    const isInside = at < claim.end;
    if (node.type !== 'text' && !isInside) continue;
    const value = context.textContent(node);
    let start = isInside ? at : undefined;
    if (node.type === 'text') {
      if (isInside && !agrees(source, claim, at, value)) return undefined;
      for (const bracket of bracketsIn(value)) {
        const before = claim.end;
        claim = claims[next++] ?? none;
        start ??= claim.start - bracket;
        const isNext = claim.start >= before && start + bracket === claim.start;
        if (!isNext || !agrees(source, claim, start, value)) return undefined;
      }
      if (start === undefined) continue;
      if (!isFrom(written, value)) return undefined;
    } else if (node.type !== 'link' || !isAddress(source, claim, at, value)) {
      return undefined;
    }
    at = Number(start) + value.length;
    spans.push(toSpan(node, value, Number(start)));
  }
  return next === claims.length && at >= claim.end ? spans : undefined;
}

/** A claim that is nowhere. */
const none: Claim = { start: -1, end: -1 };

/** Whether a text that begins at a place is the source, as far as a claim goes. */
function agrees(
  source: string,
  { end, start }: Claim,
  place: number,
  value: string,
): boolean {
  const from = Math.max(start, place);
  const part = value.slice(from - place, Math.max(end, from) - place);
  return source.startsWith(part, from) && !/[\r\n]/.test(part);
}

/** Whether a link in a claim shows the source, and is not in a label. */
function isAddress(
  source: string,
  claim: Claim,
  place: number,
  value: string,
): boolean {
  const isWritten = source.startsWith(value, place) && place + value.length < claim.end;
  return isWritten && !source.slice(claim.start, place).includes('|');
}

/** Whether a text is from the source of a block: another plugin may have changed it. */
function isFrom(written: string, value: string): boolean {
  if (written.includes(value)) return true;
  const text = written.replace(/(\r\n?|\n)[ \t>]*/g, '$1');
  return text.includes(value) || plain(text).includes(plain(value));
}

/** Write a text without smart punctuation, which the engine may have made. */
function plain(text: string): string {
  return text
    .replace(/-{2,3}|[—–]/g, '-')
    .replace(/\.{3}|…/g, '.')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'");
}

function toSpan(node: Node, value: string, start: number): Span {
  const end = start + value.length;
  return {
    node,
    kind: node.type === 'text' ? 'text' : 'literal',
    start,
    end,
    inner: { start, end },
    parent: undefined,
    content: [],
    children: [],
    slice: (from, to) => value.slice(from - start, to - start),
  };
}
