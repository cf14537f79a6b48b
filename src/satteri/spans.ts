import { type Alignment, align, same } from './align.js';
import { childrenOf, type Node } from './nodes.js';

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
  children: Array<Span>;
  /** For `text` and `literal`: what a reader sees. */
  value: string;
  /** For `text` and `literal`: where in the value a place of the source is. */
  align: Alignment;
}

/** Nodes that lines are made of. */
const phrasing =
  /^(?:text|link|linkReference|emphasis|strong|delete|subscript|superscript)$/;
/** Nodes whose marks bind less tight than brackets. */
const markup = /^(?:emphasis|strong|delete|superscript|subscript)$/;

/**
 * Find out the places of nodes and of what is in them.
 *
 * @param from
 *   Where the first of them begins, should it have no place itself: nodes made by other
 *   plugins have none, and count as empty.
 * @param isOfInterest
 *   Whether what is in a block at a place is needed.
 */
export function toSpans(
  nodes: ReadonlyArray<Node>,
  source: string,
  isOfInterest: (start: number, end: number) => boolean,
  from: number,
  parent?: Span,
): Array<Span> {
  let end = from;
  return nodes.map((node) => {
    const span = toSpan(node, source, isOfInterest, end, parent);
    end = span.end;
    return span;
  });
}

function toSpan(
  node: Node,
  source: string,
  isOfInterest: (start: number, end: number) => boolean,
  from: number,
  parent: Span | undefined,
): Span {
  const start = node.position?.start.offset ?? from;
  const end = node.position?.end.offset ?? start;
  const span: Span = {
    node,
    kind: 'atom',
    start,
    end,
    inner: { start, end },
    parent,
    children: [],
    value: '',
    align: same,
  };
  if (!node.position) return span;
  if (!phrasing.test(node.type) && !isOfInterest(start, end)) return span;
  if (node.type === 'text') {
    setValue(span, 'text', source, node.value);
    return span;
  }
  if (node.type === 'link' && source[start] !== '[') {
    // In angle brackets it is an address whatever stands in it.
    const [child] = childrenOf(node);
    if (source[start] !== '<' && child?.type === 'text') {
      setValue(span, 'literal', source, child.value);
    }
    return span;
  }
  const children = toSpans(childrenOf(node), source, isOfInterest, start, span);
  const first = children.at(0);
  const last = children.at(-1);
  span.children = children;
  if (!first || !last) return span;
  if (markup.test(node.type)) {
    span.kind = 'markup';
    span.inner = { start: first.start, end: last.end };
  } else if (/^link(?:Reference)?$/.test(node.type) && source[start] === '[') {
    if (source[last.end] !== ']') return span;
    span.kind = 'link';
    span.inner = { start: first.start, end: last.end };
  }
  return span;
}

/** Make it text, unless its value is not from the source: another plugin has changed it. */
function setValue(span: Span, kind: Kind, source: string, value: string): void {
  const alignment = align(source.slice(span.start, span.end), value);
  if (!alignment) return;
  span.kind = kind;
  span.value = value;
  span.align = alignment;
}
