import type { Nodes, Root } from 'mdast';
import type { Range } from '../destinations.js';
import { findUrls, rangeOf } from '../find-urls.js';

/** Regions of a text, in its order, without overlaps. */
export type Regions = ReadonlyArray<Range>;

/**
 * Describe a document outside of some regions: its blocks and marks, its text, and where its
 * links lead. Two documents with the same source outside of their regions mean the same there if
 * their descriptions are equal.
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
  /** The source of texts in a row, which were one text before a link came between them. */
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
      // GFM splits a text with addresses into links and texts, which have no place.
      if (hasGap) run += sourceOutside({ start, end }, text, regions);
      hasGap = false;
      if (!child) return;
      walk(child);
      start = rangeOf(child).end;
    }
  }

  function endRun(): void {
    // In blocks, lines begin with markers or white space, which are not part of the text. Around
    // texts without a place there may be marks, which are nodes of their own.
    const words = run
      .replace(/[ \t]*(?:\r\n?|\n)[\s>]*/g, '\n')
      .replace(/^[\s#*_~[|]+/, '')
      .replace(/(?<![\s#*_~\]|])[\s#*_~\]|]+$/, '');
    if (words !== '') parts.push(words);
    run = '';
  }

  /** Copy a node without its children, and without attributes in a region. */
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

/** Types of nodes that are described by their source. */
const textTypes: ReadonlySet<string> = new Set(['text', 'contactLinkLiteral']);

/** Copy a node without places, and without trees of expressions, which have places in them. */
function copyOf(node: object): object {
  return JSON.parse(
    JSON.stringify(node, (key, value) =>
      key === 'position' || key === 'data' ? undefined : value,
    ),
  );
}

/** Get the index of the only region that a place can be in. */
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

/** Whether a place overlaps a region. */
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
