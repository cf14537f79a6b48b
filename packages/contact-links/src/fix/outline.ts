import type { Nodes, Root } from 'mdast';
import type { Range } from '../destinations.js';
import { findUrls, rangeOf } from '../find-urls.js';

/** Regions of a text, in its order, that do not overlap. */
export type Regions = ReadonlyArray<Range>;

/**
 * Describe what a document is outside of some regions: its blocks and marks, its text, and where
 * its links lead. Documents with the same text outside of their regions are the same there if
 * these descriptions are equal.
 *
 * @param text
 *   The source of the tree.
 * @param components
 *   Components of JSX whose `href` is a link.
 */
export function outlineOutside(
  tree: Root,
  text: string,
  regions: Regions,
  components: ReadonlyArray<string>,
): string {
  const parts: Array<unknown> = [];
  /** The source of texts in a row, which are one text before a link comes between them. */
  let run = '';
  const urls = findUrls(tree, text, components)
    .filter(({ target }) => !meets(target, regions))
    .map(({ url }) => url);
  walk(tree);
  return JSON.stringify([parts, urls]);

  function walk(node: Nodes): void {
    const range = rangeOf(node);
    if (isInside(range, regions)) return;
    if (textTypes.has(node.type)) {
      run += sourceOutside(range, text, regions);
      return;
    }
    endRun();
    if (!meets(range, regions)) parts.push(copyOf(node));
    else if ('children' in node) {
      parts.push(plain(node));
      walkChildren(node.children, range);
      endRun();
      parts.push(null);
    } else {
      parts.push({ ...plain(node), value: sourceOutside(range, text, regions) });
    }
  }

  function walkChildren(children: ReadonlyArray<Nodes>, parent: Range): void {
    let start = parent.start;
    let hasGap = false;
    for (const child of [...children, undefined]) {
      if (child && !child.position) {
        hasGap = true;
        continue;
      }
      const end = child ? rangeOf(child).start : parent.end;
      // For addresses, GFM makes links and texts of a text; these have no place.
      if (hasGap) run += sourceOutside({ start, end }, text, regions);
      hasGap = false;
      if (!child) return;
      walk(child);
      start = rangeOf(child).end;
    }
  }

  function endRun(): void {
    // In blocks, lines begin with markers or white space, which are not of a text that ends. What
    // is around texts without a place may have marks, which are nodes of their own.
    const words = run
      .replace(/[ \t]*(?:\r\n?|\n)[\s>]*/g, '\n')
      .replace(/^[\s#*_~[|]+/, '')
      .replace(/(?<![\s#*_~\]|])[\s#*_~\]|]+$/, '');
    if (words !== '') parts.push(words);
    run = '';
  }

  /** A node without its children, and without what is in a region. */
  function plain(node: Nodes): object {
    const { children: _, ...rest } = node as Nodes & { children?: unknown };
    const isLink = node.type === 'link' || node.type === 'definition';
    const attributes =
      'attributes' in node
        ? (node.attributes as Array<Pick<Nodes, 'position'> & { name?: string }>).map(
            (each) => (meets(rangeOf(each), regions) ? each.name : each),
          )
        : undefined;
    return copyOf({ ...rest, attributes, ...(isLink ? { url: undefined } : {}) });
  }
}

/** Nodes whose source is what they are. */
const textTypes: ReadonlySet<string> = new Set(['text', 'contactLinkLiteral']);

/** Copy a node without places, and trees of expressions, which have places in them. */
function copyOf(node: object): object {
  return JSON.parse(
    JSON.stringify(node, (key, value) =>
      key === 'position' || key === 'data' ? undefined : value,
    ),
  );
}

/** The index of the only region that a place can be in. */
function regionAt(start: number, regions: Regions): number {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((regions[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isInside({ end, start }: Range, regions: Regions): boolean {
  const region = regions[regionAt(start, regions)];
  return region !== undefined && region.start <= start && end <= region.end;
}

/** Whether a place has something in common with a region. */
export function meets({ end, start }: Range, regions: Regions): boolean {
  const region = regions[regionAt(start, regions)];
  return region !== undefined && region.start < end;
}

function sourceOutside({ end, start }: Range, text: string, regions: Regions): string {
  let result = '';
  let at = start;
  for (let index = regionAt(start, regions); at < end; index++) {
    const region = regions[index] ?? { start: end, end };
    result += text.slice(at, Math.max(at, Math.min(region.start, end)));
    at = Math.max(at, region.end);
  }
  return result;
}
