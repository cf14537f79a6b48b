import { align } from './align.js';
import { childrenOf, type Node, withChildren } from './nodes.js';

/**
 * What a node is to a shorthand:
 *
 * - `text`: its source is text;
 * - `literal`: its source is text in which no shorthand begins: an address that became a link;
 * - `markup`: it has marks around its content, which count as text where a shorthand
 *   crosses it: emphasis and the like;
 * - `link`: `markup` whose marks are brackets;
 * - `atom`: its content is hidden from the brackets around it.
 */
export type Kind = 'text' | 'literal' | 'markup' | 'link' | 'atom';

/** A node and its place in the source. */
export interface Span {
  node: Node;
  kind: Kind;
  start: number;
  end: number;
  /** The place of its content, without marks. */
  inner: { start: number; end: number };
  parent: Span | undefined;
  /** The nodes in it. */
  content: ReadonlyArray<Span>;
  /** The nodes in it, if they may hold shorthands; otherwise none. */
  children: ReadonlyArray<Span>;
  /** Gives what a reader sees of a stretch of it, as text. */
  slice: (start: number, end: number) => string;
}

/** Nodes whose marks bind less tightly than brackets. */
const markup = /^(?:emphasis|strong|delete|superscript|subscript)$/;

/** The end of the text of a link; white space before the bracket is not a node. */
const textEnd = /^[ \t\r\n>]*\]/;

/** A stretch of source that is not divided further: a node, or a mark around one. */
export interface Leaf {
  span: Span;
  start: number;
  end: number;
  /** The kind of its node, or which of the marks around the node it is. */
  kind: 'text' | 'literal' | 'atom' | 'open' | 'close';
}

const none: ReadonlyArray<Span> = [];

/** Find the places of nodes, and of all nodes in them. */
export function toSpans(
  nodes: ReadonlyArray<Node>,
  source: string,
  parent?: Span,
): ReadonlyArray<Span> {
  if (nodes.length === 0) return none;
  const asWritten = (start: number, end: number): string => source.slice(start, end);
  let from = parent?.start ?? 0;
  return nodes.map((node) => {
    // Nodes made by other plugins have no place, and count as empty.
    const start = node.position?.start.offset ?? from;
    const end = node.position?.end.offset ?? start;
    from = end;
    const span: Span = {
      node,
      kind: 'atom',
      start,
      end,
      inner: { start, end },
      parent,
      content: none,
      children: none,
      slice: asWritten,
    };
    span.content = toSpans(childrenOf(node), source, span);
    classify(span, source);
    return span;
  });
}

/** Put nodes and marks in a row, in the order of the source. */
export function toLeaves(spans: ReadonlyArray<Span>): Array<Leaf> {
  const leaves: Array<Leaf> = [];
  const add = (span: Span): void => {
    const { children, end, inner, kind, start } = span;
    if (kind === 'markup' || kind === 'link') {
      leaves.push({ span, start, end: inner.start, kind: 'open' });
      children.forEach(add);
      leaves.push({ span, start: inner.end, end, kind: 'close' });
    } else {
      leaves.push({ span, start, end, kind });
    }
  };
  spans.forEach(add);
  return leaves;
}

/** Find out what a node with a place is to a shorthand. */
function classify(span: Span, source: string): void {
  const { content, node, start } = span;
  const first = content.at(0);
  const last = content.at(-1);
  if (!node.position) return;
  if (node.type === 'text') {
    setValue(span, 'text', source, node.value);
  } else if (node.type === 'link' && source[start] !== '[') {
    // In angle brackets it is an address, whatever it contains.
    if (source[start] !== '<' && first?.node.type === 'text') {
      setValue(span, 'literal', source, first.node.value);
    }
  } else if (first && last) {
    span.children = content;
    const isLink = /^link(?:Reference)?$/.test(node.type) && source[start] === '[';
    const mark = source.slice(last.end, span.end);
    if (isLink ? !textEnd.test(mark) : !markup.test(node.type)) return;
    span.kind = isLink ? 'link' : 'markup';
    span.inner = { start: first.start, end: last.end };
  }
}

/** Make a span text, unless its value is not from the source because a plugin has changed it. */
function setValue(span: Span, kind: Kind, source: string, value: string): void {
  const { end, start } = span;
  const written = source.slice(start, end);
  if (written !== value) {
    const places = align(written, value);
    if (!places) return;
    span.slice = (from, to) => value.slice(places[from - start], places[to - start]);
  }
  span.kind = kind;
}

/** Copy a node with all nodes in it. */
export function copy({ content, node }: Span): Node {
  return withChildren(node, content.map(copy));
}
