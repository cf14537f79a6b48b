import type { Html, Link, Nodes, Root, RootContent } from 'mdast';
import {
  anchorHrefs,
  type Contact,
  candidatePattern,
  headOf,
  readUri,
  type Settings,
} from 'remark-contact-links/core';
import { type JsxElement, jsxHref, jsxHrefAttribute } from 'remark-contact-links/jsx';
import type { VFileMessage } from 'vfile-message';
import { destinationOf, type Range } from './destinations.js';

/** How a link is written. */
export type Form = 'shorthand' | 'link' | 'autolink' | 'definition' | 'html' | 'jsx';

/** A link to somebody, in the source of a document. */
export interface SourceLink extends Range {
  form: Form;
  /** What it says. */
  contact: Contact;
  /** What has to change for it to lead elsewhere: a URL, or the head of a shorthand. */
  target: Range;
  node: Nodes;
  /** Of the anchors in raw HTML, which it is. */
  index: number;
  /** Whether it stands in a table, where a bar is written `\|`. */
  inTable: boolean;
  /** Why it cannot be changed where it stands. Default: it can. */
  fixed?: string;
}

/**
 * Find the links of a document to services whose links can be told: shorthands, and URIs of
 * all forms.
 *
 * @param text
 *   The source of the tree.
 */
export function findLinks(
  tree: Root,
  text: string,
  settings: Settings,
): Array<SourceLink> {
  const { names } = settings;
  const candidate = candidatePattern({ ...settings, names: new Map() });
  const links: Array<SourceLink> = [];
  walk(tree, false);
  return links;

  function walk(node: Nodes, inTable: boolean): void {
    if (node.type === 'link' && node.data?.contact) addShorthand(node, inTable);
    else if (node.type === 'link' || node.type === 'definition') addUrl(node, inTable);
    else if (node.type === 'html') addAnchors(node, inTable);
    else if (isJsxAnchor(node)) addJsx(node, inTable);
    if (!('children' in node)) return;
    for (const child of node.children) walk(child, inTable || node.type === 'table');
  }

  /** What a URI says; no shorthand says the same as one that cannot be changed. */
  function read(uri: string): Pick<SourceLink, 'contact' | 'fixed'> | undefined {
    const answer = readUri(uri, settings);
    if (answer.kind === 'foreign') return undefined;
    if (answer.kind === 'read') return { contact: answer.contact };
    const { reason, service } = answer;
    const contact = { service, action: null, targets: [], parameters: {} };
    return { contact, fixed: reason };
  }

  function addShorthand(node: Link, inTable: boolean): void {
    const range = rangeOf(node);
    const contact = node.data?.contact;
    if (!contact) return;
    const start = range.start + 2;
    const head = headOf(text.slice(range.start, range.end), names);
    const target = { start, end: start + head.length };
    links.push({
      ...range,
      form: 'shorthand',
      contact,
      target,
      node,
      index: 0,
      inTable,
    });
  }

  function addUrl(node: Extract<RootContent, { url: string }>, inTable: boolean): void {
    const found = read(node.url);
    if (!found) return;
    const range = rangeOf(node);
    const isAutolink = node.type === 'link' && text[range.start] === '<';
    const target = isAutolink
      ? { start: range.start + 1, end: range.end - 1 }
      : destinationOf(node, text);
    if (!target) return;
    const form = isAutolink ? 'autolink' : node.type === 'link' ? 'link' : 'definition';
    links.push({ ...range, ...found, form, target, node, index: 0, inTable });
  }

  function addAnchors(node: Html, inTable: boolean): void {
    const placeInSource = createPlacer(node, text);
    for (const [index, href] of anchorHrefs(node.value).entries()) {
      const found = read(href.url);
      if (!found) continue;
      const place = placeInSource(href);
      const target = place ?? rangeOf(node);
      const fixed = place ? {} : { fixed: 'its address goes over several lines' };
      const link = { ...target, ...fixed, ...found, target, node, index, inTable };
      links.push({ ...link, form: 'html' });
    }
  }

  function addJsx(node: Nodes & JsxElement, inTable: boolean): void {
    const attribute = jsxHrefAttribute(node);
    if (!attribute?.position) return;
    const range = rangeOf(attribute);
    const [before = ''] = /^[^=]*=\s*/.exec(text.slice(range.start, range.end)) ?? [];
    const target = { start: range.start + before.length, end: range.end };
    const url = jsxHref(node);
    // Of an address that an expression makes, the scheme can be told.
    const [start = ''] = candidate.exec(text.slice(target.start, target.end)) ?? [];
    const found = read(url ?? start);
    if (!found) return;
    const fixed = url === undefined ? { fixed: 'an expression makes its address' } : {};
    const link = { ...target, ...found, ...fixed, target, node, index: 0, inTable };
    links.push({ ...link, form: 'jsx' });
  }
}

/** Leave out the shorthands that the plugin says are in other links: they are no links. */
export function withoutNested(
  links: ReadonlyArray<SourceLink>,
  messages: ReadonlyArray<VFileMessage>,
): Array<SourceLink> {
  const nested = new Set<number | undefined>();
  for (const { place, ruleId } of messages) {
    if (ruleId !== 'nested-link' || !place) continue;
    nested.add('start' in place ? place.start.offset : place.offset);
  }
  return links.filter(({ form, start }) => form !== 'shorthand' || !nested.has(start));
}

/** Where a node stands in the source. */
export function rangeOf({ position }: Pick<Nodes, 'position'>): Range {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function isJsxAnchor(node: Nodes | JsxElement): node is Nodes & JsxElement {
  return 'name' in node && node.name === 'a' && node.type.startsWith('mdxJsx');
}

/**
 * Make what finds parts of raw HTML in the source, when they come in their order. In block
 * quotes and lists, lines of the source begin with markers or white space that the value
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

/** Where the lines of a text end. */
function lineEndsOf(text: string): Array<number> {
  const ends = Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index }) => index);
  return [...ends, text.length];
}
