import type { Link, PhrasingContent } from 'mdast';
import { anchorTags } from '../core/html/anchors.js';
import { isForeignAnchor } from '../unist/foreign-anchor.js';

/**
 * Finish the label of a contact link: without links in it, trimmed, and the default one
 * where nothing is left.
 */
export function finishLabel(link: Link, defaultLabel: string): void {
  const label = unwrapLinks(link.children);
  while (isBlank(label.at(0), /^[ \t\r\n]+/)) label.shift();
  while (isBlank(label.at(-1), /(?<![ \t\r\n])[ \t\r\n]+$/)) label.pop();
  link.children = label.some(isVisible)
    ? label
    : [{ type: 'text', value: defaultLabel, data: { contactLinkLabel: 'default' } }];
}

/** Put the content of links in their place: an anchor never contains an anchor. */
function unwrapLinks(nodes: ReadonlyArray<PhrasingContent>): Array<PhrasingContent> {
  return nodes.flatMap((node): Array<PhrasingContent> => {
    const isLink = /^link/.test(node.type) || isForeignAnchor(node);
    if (node.type === 'footnoteReference') {
      return [{ type: 'text', value: `[^${node.label ?? node.identifier}]` }];
    }
    if (node.type === 'html' && anchorTags(node.value).length > 0) return [];
    if ('children' in node) {
      const children = unwrapLinks(node.children as Array<PhrasingContent>);
      return isLink ? children : [Object.assign(node, { children })];
    }
    return isLink && 'value' in node ? [{ type: 'text', value: node.value }] : [node];
  });
}

/** Whether a reader sees anything of a node; nobody can click a comment. */
function isVisible(node: PhrasingContent): boolean {
  if (node.type === 'html') return !node.value.startsWith('<!--');
  if (node.type === 'text') return /\S/.test(node.value);
  if (!('children' in node) || node.type.startsWith('mdx')) return true;
  return (node.children as Array<PhrasingContent>).some(isVisible);
}

/** Trim the text at one edge, and tell whether nothing of the node is left. */
function isBlank(node: PhrasingContent | undefined, space: RegExp): boolean {
  if (node?.type === 'text') node.value = node.value.replace(space, '');
  return node?.type === 'break' || (node?.type === 'text' && !node.value);
}
