import type { Parents, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { NearMiss } from '../core/findings/near-misses.js';
import type { Range } from '../core/findings/problem.js';
import { insideAnchors } from '../core/html/anchors.js';
import { firstIndex } from '../core/in-order.js';
import { createPoints } from '../core/points.js';
import { isForeignAnchor } from '../unist/foreign-anchor.js';
import type { PlacedFinding } from '../unist/vfile-messages.js';

/**
 * Place near misses in a document. Those that are in code or in a link are left out, and so are
 * those of which another plugin has made something else.
 *
 * @param found
 *   Near misses in the text of the document, in their order.
 * @param text
 *   The text that offsets of nodes count.
 */
export function placeNearMisses(
  found: ReadonlyArray<NearMiss>,
  tree: Root,
  text: string,
): Array<PlacedFinding> {
  if (found.length === 0) return [];
  const texts: Array<Range> = [];
  const html: Array<{ offset: number; value: string }> = [];
  visit(tree, (node) => {
    const isLink = node.type === 'link' || node.type === 'linkReference';
    if (isLink || isForeignAnchor(node)) return SKIP;
    if (node.type === 'html') {
      html.push({ offset: Number(node.position?.start.offset), value: node.value });
    }
    if ('children' in node) texts.push(...textsOf(node));
    return undefined;
  });
  const inText = texts.flatMap(({ end, start }) =>
    found.slice(
      firstIndex(found, ({ offset }) => offset < start),
      firstIndex(found, ({ offset }) => offset + 2 <= end),
    ),
  );
  const nested = new Set(insideAnchors(inText, html));
  const pointOf = createPoints(text);
  return inText
    .filter((nearMiss) => !nested.has(nearMiss))
    .map(({ finding, offset }) => ({
      ...finding,
      position: {
        start: pointOf(offset),
        end: pointOf(offset + finding.actual.length),
      },
    }));
}

/**
 * Find the ranges of the text with brackets in a parent. Nodes that a plugin has made from text,
 * as GFM does for addresses, have no place: they are between those that have one.
 */
function textsOf({ children, position }: Parents): Array<Range> {
  const texts: Array<Range> = [];
  let start = Number(position?.start.offset);
  let hasBrackets = false;
  for (const child of children) {
    const isBracket = child.type === 'text' && child.value.includes('[[');
    if (!child.position) {
      hasBrackets ||= isBracket;
      continue;
    }
    const from = Number(child.position.start.offset);
    const end = Number(child.position.end.offset);
    if (hasBrackets) texts.push({ start, end: from });
    if (isBracket) texts.push({ start: from, end });
    hasBrackets = false;
    start = end;
  }
  if (hasBrackets) texts.push({ start, end: Number(position?.end.offset) });
  return texts;
}
