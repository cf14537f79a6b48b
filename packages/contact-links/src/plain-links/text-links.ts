import type { Nodes, Root } from 'mdast';
import { readUri, type Settings } from 'remark-contact-links/core';
import type { Range } from '../destinations.js';
import { rangeOf } from '../find-urls.js';

/** Markdown that was meant as a link, and is text because its address has spaces. */
export interface TextLink extends Range {
  /** The place of its address. */
  target: Range;
  /** Name of the service that was meant: `mailto`. */
  service: string;
  /** The right address; nothing where that is a guess. */
  url: string | undefined;
}

/**
 * Find contact links that are text because their addresses have spaces.
 *
 * @param tree
 *   The document.
 * @param text
 *   Its source.
 * @returns
 *   Texts that were meant as links, in order.
 */
export function findTextLinks(
  tree: Root,
  text: string,
  settings: Settings,
): Array<TextLink> {
  const schemes = [...settings.readers.keys()].filter((start) => start.endsWith(':'));
  // A label without brackets, and an address in one line that has a space.
  const pattern = new RegExp(
    String.raw`(?<![\\!])\[(?:[^[\]\r\n\\]|\\.)*\]\(((?:${schemes.join('|').replace(/[+.]/g, '\\$&')})[^()<>\r\n]*)\)`,
    'gi',
  );
  const matches = [...text.matchAll(pattern)].filter(([, url = '']) =>
    /[ \t]/.test(url),
  );
  if (matches.length === 0) return [];
  const texts = textRanges(tree);
  return matches.flatMap(({ 0: whole, 1: url = '', index }) => {
    const end = index + whole.length;
    const bracket = end - url.length - 2;
    const isText = texts.some(
      (each) => each.start <= bracket - 1 && bracket < each.end,
    );
    const answer = readUri(url, settings);
    // An address that a template fills in was not mistyped.
    if (!isText || (answer.kind !== 'read' && answer.kind !== 'wrong')) return [];
    const service = answer.kind === 'read' ? answer.contact.service : answer.service;
    const target = { start: bracket + 1, end: end - 1 };
    return [{ start: index, end, target, service, url: rightUrl(url, settings) }];
  });
}

/** Write an address without spaces, where these are certain to be mistakes. */
function rightUrl(url: string, settings: Settings): string | undefined {
  const answer = readUri(url, settings);
  const right =
    answer.kind !== 'wrong' ? url.trim().replace(/\s/g, '%20') : answer.instead;
  return right !== undefined &&
    isPlain(right) &&
    readUri(right, settings).kind !== 'wrong'
    ? right
    : undefined;
}

/** Whether a URL can be written in any form of link as it is. */
export function isPlain(url: string): boolean {
  return !/[\s<>()\\`"]|\p{C}|&[#\w]+;/u.test(url);
}

function textRanges(tree: Root): Array<Range> {
  const ranges: Array<Range> = [];
  walk(tree);
  return ranges;

  function walk(node: Nodes): void {
    if (node.type === 'text' && node.position) ranges.push(rangeOf(node));
    if ('children' in node) for (const child of node.children) walk(child);
  }
}
