import { align } from './align.js';
import { childrenOf, type Node, withChildren } from './nodes.js';

/**
 * What a node is to a shorthand:
 *
 * - `text`: its source is text;
 * - `literal`: the same, but nothing begins in it: an address that became a link;
 * - `markup`: it has marks around its content, which count as text where a shorthand
 *   crosses it: emphasis and the like;
 * - `link`: `markup` whose marks are brackets;
 * - `atom`: what is in it is hidden from brackets around it.
 */
export type Kind = 'text' | 'literal' | 'markup' | 'link' | 'atom';

/** A node and its place in the source. */
export interface Span {
  node: Node;
  kind: Kind;
  start: number;
  end: number;
  /** Where the content is: the place without marks. */
  inner: { start: number; end: number };
  parent: Span | undefined;
  /** What is in it. */
  content: ReadonlyArray<Span>;
  /** What is in it and may hold shorthands: all of that, or nothing. */
  children: ReadonlyArray<Span>;
  /** Gives what a reader sees of a stretch of it, were it text. */
  slice: (start: number, end: number) => string;
}

/** Nodes whose marks bind less tight than brackets. */
const markup = /^(?:emphasis|strong|delete|superscript|subscript)$/;

/**
 * Find out the places of nodes.
 *
 * @param nodes
 *   Each before its children.
 */
export function toSpans(
  nodes: ReadonlyArray<Node>,
  source: string,
): ReadonlyArray<Span> {
  let next = 0;
  const asWritten = (start: number, end: number): string => source.slice(start, end);
  return read(Number.POSITIVE_INFINITY);

  function read(count: number, parent?: Span): ReadonlyArray<Span> {
    if (count === 0) return none;
    const spans: Array<Span> = [];
    while (spans.length < count) {
      const node = nodes[next];
      if (!node) break;
      next++;
      // Nodes made by other plugins have no place, and count as empty.
      const from = spans.at(-1)?.end ?? parent?.start ?? 0;
      const start = node.position?.start.offset ?? from;
      const end = node.position?.end.offset ?? start;
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
      span.content = read(childrenOf(node).length, span);
      classify(span, source);
      spans.push(span);
    }
    return spans;
  }
}

const none: ReadonlyArray<Span> = [];

/** Find out what a node with a place is to a shorthand. */
function classify(span: Span, source: string): void {
  const { content, node, start } = span;
  const first = content.at(0);
  const last = content.at(-1);
  if (!node.position) return;
  if (node.type === 'text') {
    setValue(span, 'text', source, node.value);
  } else if (node.type === 'link' && source[start] !== '[') {
    // In angle brackets it is an address whatever stands in it.
    if (source[start] !== '<' && first?.node.type === 'text') {
      setValue(span, 'literal', source, first.node.value);
    }
  } else if (first && last) {
    span.children = content;
    const isLink = /^link(?:Reference)?$/.test(node.type) && source[start] === '[';
    if (isLink ? source[last.end] !== ']' : !markup.test(node.type)) return;
    span.kind = isLink ? 'link' : 'markup';
    span.inner = { start: first.start, end: last.end };
  }
}

/** Make it text, unless its value is not from the source: another plugin has changed it. */
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

/** Copy a node with all that is in it. */
export function copy({ content, node }: Span): Node {
  return withChildren(node, content.map(copy));
}
