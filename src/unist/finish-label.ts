import type { Node, Position } from 'unist';
import { anchorTags } from '../core/html/anchors.js';
import { isVisibleHtml, isVisibleText } from '../core/html/visible.js';
import { isForeignAnchor } from './foreign-anchor.js';

/** A node in a label, as far as it matters here: of mdast, of MDX, or of another plugin. */
interface LabelNode extends Node {
  name?: string | null;
  value?: string;
  children?: ReadonlyArray<LabelNode>;
  attributes?: ReadonlyArray<object>;
  label?: string | null | undefined;
  identifier?: string;
  position?: Position | undefined;
}

/** A label, and the nodes that cannot stay in it. */
export interface FinishedLabel<Child> {
  /** The label; nothing where a reader would see nothing of it. */
  label: Array<Child> | undefined;
  /**
   * References to footnotes, which come after the link: they become anchors, and without
   * them the page would lose the footnotes.
   */
  notes: Array<Child>;
}

/**
 * Finish the label of a contact link: without links in it, and trimmed.
 *
 * @param nodes
 *   The label as it is parsed; it stays as it is.
 */
export function finishLabel<Child extends Node>(
  nodes: ReadonlyArray<Child>,
): FinishedLabel<Child> {
  const found: Array<LabelNode> = [];
  const unwrapped = unwrapLinks(nodes as ReadonlyArray<LabelNode>, found);
  const left = trimmed(unwrapped, 0, /^[ \t\r\n]+/);
  const trim = trimmed(left, -1, /(?<![ \t\r\n])[ \t\r\n]+$/);
  const label = trim.some(isVisible)
    ? (trim as Array<Node> as Array<Child>)
    : undefined;
  return { label, notes: found as Array<Node> as Array<Child> };
}

/**
 * Replace links by their content: an anchor never contains an anchor.
 *
 * @param notes
 *   Gets the references to footnotes.
 */
function unwrapLinks(
  nodes: ReadonlyArray<LabelNode>,
  notes: Array<LabelNode>,
): Array<LabelNode> {
  return nodes.flatMap((node): ReadonlyArray<LabelNode> => {
    const { children, position, type, value } = node;
    const isLink = type.startsWith('link') || isForeignAnchor(node);
    if (type.startsWith('footnote')) {
      notes.push(node);
      return [];
    }
    if (children) {
      const before = notes.length;
      const inside = unwrapLinks(children, notes);
      // Marks with nothing between them are not emphasis.
      const isEmptied = inside.length === 0 && notes.length > before;
      return isLink || isEmptied ? inside : [{ ...node, children: inside }];
    }
    if (type === 'html' && value && anchorTags(value).length > 0) return [];
    return [isLink && value !== undefined ? text(value, position) : node];
  });
}

/**
 * Split the source of a shorthand at the references to footnotes in it, so that they stay
 * references where the shorthand stays text.
 *
 * @param source
 *   The source.
 * @param notes
 *   The references, in their order.
 * @param toLiteral
 *   Makes a node for source text.
 */
export function splitAtNotes<Child extends Node>(
  source: string,
  notes: ReadonlyArray<Child>,
  toLiteral: (value: string) => Child,
): Array<Child> {
  const pieces: Array<Child> = [];
  let next = 0;
  let at = 0;
  for (const { 0: written, index } of notes.length > 0
    ? source.matchAll(reference)
    : []) {
    const note = notes[next];
    if (!note || !isOf(written, note)) continue;
    pieces.push(toLiteral(source.slice(at, index)), note);
    at = index + written.length;
    next++;
  }
  return [...pieces, toLiteral(source.slice(at))];
}

/**
 * Write the source of a label that shows nothing, without its references to footnotes.
 *
 * @param label
 *   The label as it is parsed.
 */
export function hiddenText(label: ReadonlyArray<Node>): string {
  return (label as ReadonlyArray<LabelNode>)
    .map(({ children = [], type, value = '' }) =>
      type.endsWith('Expression') ? `{${value}}` : value + hiddenText(children),
    )
    .join('');
}

/** Text that may be a reference to a footnote. */
const reference = /\[\^(?:[^[\]\\]|\\.)+\]/gs;

/** Whether a text writes a reference; identifiers are compared as in Markdown. */
function isOf(written: string, { identifier }: LabelNode): boolean {
  const name = written
    .slice(2, -1)
    .replace(/[\t\n\r ]+/g, ' ')
    .trim();
  return name.toLowerCase().toUpperCase() === String(identifier).toUpperCase();
}

/** Take white space from one edge of a label, with nodes that are nothing else. */
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
  return { type: 'text', value, position };
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
