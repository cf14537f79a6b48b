import { anchorTags } from '../core/html/anchors.js';
import { isForeignAnchor } from '../unist/foreign-anchor.js';
import { childrenOf, type Node, text, withChildren } from './nodes.js';

/**
 * Finish the label of a contact link: without links in it, trimmed, and the default one
 * where nothing is left.
 */
export function finishLabel(
  nodes: ReadonlyArray<Node>,
  defaultLabel: string,
): Array<Node> {
  let label = unwrapLinks(nodes);
  label = trim(label, 0, /^[ \t\r\n]+/);
  label = trim(label, -1, /(?<![ \t\r\n])[ \t\r\n]+$/);
  return label.some(isVisible) ? label : [text(defaultLabel)];
}

/** Put the content of links in their place: an anchor never contains an anchor. */
function unwrapLinks(nodes: ReadonlyArray<Node>, label: Array<Node> = []): Array<Node> {
  for (const node of nodes) {
    const isLink = node.type.startsWith('link') || isForeignAnchor(node);
    if (node.type === 'footnoteReference') {
      // One that a plugin has made may have an empty label.
      label.push(text(`[^${node.label || node.identifier}]`));
    } else if ('children' in node) {
      if (isLink) unwrapLinks(childrenOf(node), label);
      else label.push(withChildren(node, unwrapLinks(childrenOf(node))));
    } else if (node.type !== 'html' || anchorTags(node.value).length === 0) {
      label.push(isLink && 'value' in node ? text(node.value) : node);
    }
  }
  return label;
}

/** Take white space away from one edge of a label, and nodes that are nothing else. */
function trim(label: ReadonlyArray<Node>, edge: 0 | -1, space: RegExp): Array<Node> {
  const nodes = [...label];
  for (;;) {
    const node = nodes.at(edge);
    if (node?.type === 'text') {
      const value = node.value.replace(space, '');
      if (value) return nodes.with(edge, text(value));
    } else if (node?.type !== 'break') {
      return nodes;
    }
    nodes.splice(edge, 1);
  }
}

/** Whether a reader sees anything of a node; nobody can click a comment. */
function isVisible(node: Node): boolean {
  if (node.type === 'html') return !node.value.startsWith('<!--');
  if (node.type === 'text') return /\S/.test(node.value);
  if (!('children' in node) || node.type.startsWith('mdx')) return true;
  return childrenOf(node).some(isVisible);
}
