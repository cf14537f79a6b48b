import type { Node, Position } from 'unist';
import { anchorTags } from '../core/html/anchors.js';
import { isVisibleHtml, isVisibleText } from '../core/html/visible.js';
import { isForeignAnchor } from './foreign-anchor.js';

/** A node in a label, as far as it matters here: mdast, with MDX and what plugins add. */
interface LabelNode extends Node {
  name?: string | null;
  value?: string;
  children?: ReadonlyArray<LabelNode>;
  attributes?: ReadonlyArray<object>;
  label?: string | null | undefined;
  identifier?: string;
  position?: Position | undefined;
}

/**
 * Finish the label of a contact link: without links in it, and trimmed.
 *
 * @param nodes
 *   The label as it is parsed; it stays as it is.
 * @returns
 *   The label; nothing where a reader would see nothing of it.
 */
export function finishLabel<Child extends Node>(
  nodes: ReadonlyArray<Child>,
): Array<Child> | undefined {
  const unwrapped = unwrapLinks(nodes as ReadonlyArray<LabelNode>);
  const left = trimmed(unwrapped, 0, /^[ \t\r\n]+/);
  const label = trimmed(left, -1, /(?<![ \t\r\n])[ \t\r\n]+$/);
  return label.some(isVisible) ? (label as Array<Node> as Array<Child>) : undefined;
}

/** Put the content of links in their place: an anchor never contains an anchor. */
function unwrapLinks(nodes: ReadonlyArray<LabelNode>): Array<LabelNode> {
  return nodes.flatMap((node): ReadonlyArray<LabelNode> => {
    const { children, position, type, value } = node;
    const isLink = type.startsWith('link') || isForeignAnchor(node);
    if (type === 'footnoteReference') {
      // One that a plugin has made may have an empty label.
      return [text(`[^${node.label || node.identifier}]`, position)];
    }
    if (children) {
      const inside = unwrapLinks(children);
      return isLink ? inside : [{ ...node, children: inside }];
    }
    if (type === 'html' && value && anchorTags(value).length > 0) return [];
    return [isLink && value !== undefined ? text(value, position) : node];
  });
}

/** Take white space away from one edge of a label, and nodes that are nothing else. */
function trimmed(
  label: ReadonlyArray<LabelNode>,
  edge: 0 | -1,
  space: RegExp,
): Array<LabelNode> {
  const nodes = [...label];
  for (;;) {
    const node = nodes.at(edge);
    if (node?.type === 'text') {
      const value = node.value?.replace(space, '');
      if (value) return nodes.with(edge, { ...node, value });
    } else if (node?.type !== 'break') {
      return nodes;
    }
    nodes.splice(edge, 1);
  }
}

function text(value: string, position: Position | undefined): LabelNode {
  return { type: 'text', value, ...(position ? { position } : {}) };
}

/** An expression in MDX that is nothing but comments. */
const comments = /^\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)*$/;

/** Whether a reader may see anything of a node. */
function isVisible({
  attributes,
  children,
  name,
  type,
  value = '',
}: LabelNode): boolean {
  if (type === 'html') return isVisibleHtml(value);
  if (type === 'text') return isVisibleText(value);
  if (type === 'break') return false;
  if (type.endsWith('Expression')) return !comments.test(value);
  // A directive can become anything.
  if (!children || type.endsWith('Directive')) return true;
  // A component can show anything, and an icon may be drawn by a class.
  const isComponent = typeof name === 'string' && !/^[a-z][a-z\d]*$/.test(name);
  return isComponent || Boolean(attributes?.length) || children.some(isVisible);
}
