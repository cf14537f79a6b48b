import type { Html, Nodes, Root, RootContent } from 'mdast';
import { anchorHrefs } from 'remark-contact-links/core';
import { type JsxElement, jsxHref, jsxHrefAttribute } from 'remark-contact-links/jsx';
import { destinationOf, type Range } from './destinations.js';

/** How a link is written; `bare` is a URL or an address in text, which GFM makes a link. */
export type Form =
  | 'shorthand'
  | 'link'
  | 'autolink'
  | 'bare'
  | 'definition'
  | 'html'
  | 'jsx';

/** Where a link is in the source of a document. */
export interface LinkPlace extends Range {
  /** The part that has to change for the link to lead elsewhere. */
  target: Range;
  node: Nodes;
  /** Its index among the anchors of its raw HTML; `0` for other links. */
  index: number;
  /** Whether it is in a table, where a bar is written `\|`. */
  inTable: boolean;
  /** Why it cannot be changed where it is. Default: it can. */
  fixed?: string;
}

/** A link in the source of a document, wherever it leads. */
export interface UrlPlace extends LinkPlace {
  form: Form;
  /** Where it leads; nothing where an expression of JSX makes the URL. */
  url: string | undefined;
}

/**
 * Find all links of a document, in their order.
 *
 * @param text
 *   The source of the tree.
 * @param components
 *   Components of JSX whose `href` leads somewhere, as that of `a` does. Default: none.
 */
export function findUrls(
  tree: Root,
  text: string,
  components: ReadonlyArray<string> = [],
): Array<UrlPlace> {
  const names: ReadonlySet<string | null> = new Set(['a', ...components]);
  const places: Array<UrlPlace> = [];
  walk(tree, false);
  return places;

  function walk(node: Nodes, inTable: boolean): void {
    if (node.type === 'link' || node.type === 'definition') addUrl(node, inTable);
    else if (node.type === 'html') addAnchors(node, inTable);
    else if (isJsxElement(node) && names.has(node.name)) addJsx(node, inTable);
    if (!('children' in node)) return;
    for (const child of node.children) walk(child, inTable || node.type === 'table');
  }

  function addUrl(node: Extract<RootContent, { url: string }>, inTable: boolean): void {
    const range = rangeOf(node);
    const { url } = node;
    const add = (form: Form, target: Range) =>
      places.push({ ...range, form, url, target, node, index: 0, inTable });
    const target = destinationOf(node, text);
    if (node.type === 'link' && node.data?.contact) add('shorthand', range);
    else if (node.type === 'link' && text[range.start] === '<') {
      add('autolink', { start: range.start + 1, end: range.end - 1 });
    } else if (target) add(node.type === 'link' ? 'link' : 'definition', target);
    else if (isBare(node, text)) add('bare', range);
  }

  function addAnchors(node: Html, inTable: boolean): void {
    const placeInSource = createPlacer(node, text);
    for (const [index, href] of anchorHrefs(node.value).entries()) {
      const place = placeInSource(href);
      const target = place ?? rangeOf(node);
      const fixed = place ? {} : { fixed: 'its address goes over several lines' };
      const { url } = href;
      places.push({
        ...target,
        ...fixed,
        form: 'html',
        url,
        target,
        node,
        index,
        inTable,
      });
    }
  }

  function addJsx(node: Nodes & JsxElement, inTable: boolean): void {
    const attribute = jsxHrefAttribute(node);
    if (!attribute?.position) return;
    const range = rangeOf(attribute);
    const [before = ''] = /^[^=]*=\s*/.exec(text.slice(range.start, range.end)) ?? [];
    const target = { start: range.start + before.length, end: range.end };
    const url = jsxHref(node);
    const fixed = url === undefined ? { fixed: 'an expression makes its address' } : {};
    places.push({
      ...target,
      ...fixed,
      form: 'jsx',
      url,
      target,
      node,
      index: 0,
      inTable,
    });
  }
}

/** Whether a link is a URL or an address that GFM has found in text. */
function isBare(node: Nodes, text: string): boolean {
  return (
    node.type === 'link' &&
    node.position !== undefined &&
    text[rangeOf(node).start] !== '['
  );
}

/** Get the place of a node in the source. */
export function rangeOf({ position }: Pick<Nodes, 'position'>): Range {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function isJsxElement(node: Nodes | JsxElement): node is Nodes & JsxElement {
  return 'name' in node && node.type.startsWith('mdxJsx');
}

/**
 * Make a function that finds parts of raw HTML in the source; it takes them in their order. In
 * block quotes and lists, lines of the source begin with markers or white space that the value
 * lacks, so lines are aligned at their ends.
 */
function createPlacer(node: Html, text: string): (part: Range) => Range | undefined {
  const source = rangeOf(node);
  const ends = lineEndsOf(node.value);
  const sourceEnds = lineEndsOf(text.slice(source.start, source.end));
  let line = 0;
  return ({ end, start }) => {
    while ((ends[line] ?? start) < start) line++;
    const shift = source.start + (sourceEnds[line] ?? 0) - (ends[line] ?? 0);
    const place = { start: start + shift, end: end + shift };
    return text.slice(place.start, place.end) === node.value.slice(start, end)
      ? place
      : undefined;
  };
}

/** Get the offsets at which the lines of a text end. */
function lineEndsOf(text: string): Array<number> {
  const ends = Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index }) => index);
  return [...ends, text.length];
}
