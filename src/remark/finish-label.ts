import type { Link, PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';
import { anchorTags, isForeignAnchor } from './anchors.js';

/**
 * Finish the label of a contact link: without links in it, trimmed, and the default one
 * where nothing is left.
 */
export function finishLabel(link: Link, defaultLabel: string): void {
  const label = trim(unwrapLinks(link.children));
  link.children =
    label.length > 0
      ? label
      : [{ type: 'text', value: defaultLabel, data: { contactLinkLabel: 'default' } }];
}

/** Put the content of links in their place: an anchor never contains an anchor. */
function unwrapLinks(nodes: Array<PhrasingContent>): Array<PhrasingContent> {
  // Most labels are one text.
  if (nodes.every((node) => node.type === 'text')) return nodes;
  return nodes.flatMap((node): Array<PhrasingContent> => {
    if (node.type === 'footnoteReference') {
      return [text(`[^${node.label ?? node.identifier}]`)];
    }
    if (node.type === 'html') return anchorTags(node.value).length > 0 ? [] : [node];
    if ('children' in node) {
      const children = unwrapLinks(node.children as Array<PhrasingContent>);
      const isLink =
        node.type === 'link' || node.type === 'linkReference' || isForeignAnchor(node);
      return isLink ? children : [Object.assign(node, { children })];
    }
    return isForeignAnchor(node) && 'value' in node ? [text(node.value)] : [node];
  });
}

/** Take white space and line breaks off both ends. */
function trim(nodes: Array<PhrasingContent>): Array<PhrasingContent> {
  let start = 0;
  let end = nodes.length;
  while (start < end && isBlankAfter(nodes[start], trimStart)) start++;
  while (end > start && isBlankAfter(nodes[end - 1], trimEnd)) end--;
  return nodes.slice(start, end);
}

function isBlankAfter(
  node: PhrasingContent | undefined,
  trimText: (node: Text) => void,
): boolean {
  if (node?.type === 'text') trimText(node);
  return node?.type === 'break' || (node?.type === 'text' && !node.value);
}

function trimStart(node: Text): void {
  const { position, value } = node;
  let length = 0;
  while (isSpace(value[length])) length++;
  node.value = value.slice(length);
  if (position) position.start = move(position.start, length, value.slice(0, length));
}

function trimEnd(node: Text): void {
  const { position, value } = node;
  let length = value.length;
  while (length > 0 && isSpace(value[length - 1])) length--;
  node.value = value.slice(0, length);
  if (position) {
    position.end = move(position.end, length - value.length, value.slice(length));
  }
}

/** A point further along its line; over line endings nobody knows how far that is. */
function move(point: Point, by: number, over: string): Point {
  const { column, line, offset } = point;
  if (/[\r\n]/.test(over) || offset === undefined) return point;
  return { line, column: column + by, offset: offset + by };
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /[ \t\r\n]/.test(character);
}

function text(value: string): Text {
  return { type: 'text', value };
}
