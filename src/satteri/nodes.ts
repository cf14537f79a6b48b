import type { MdastNode } from 'satteri';

/** Any node of the tree, seen as far as it has to be seen here. */
export type Node = MdastNode;

/** The children of a node; none for a leaf. */
export function childrenOf(node: Node): ReadonlyArray<Node> {
  return 'children' in node ? (node.children as ReadonlyArray<Node>) : [];
}

/** Make a text. */
export function text(value: string): Node {
  return { type: 'text', value };
}

/**
 * Copy a node with all that is in it: what stands in the tree is frozen, and can stand in
 * one place only.
 */
export function copy(node: Node): Node {
  return 'children' in node
    ? withChildren(node, childrenOf(node).map(copy))
    : { ...node };
}

/** The node with other children; a leaf stays as it is. */
export function withChildren(node: Node, children: ReadonlyArray<Node>): Node {
  return 'children' in node ? ({ ...node, children } as Node) : node;
}
