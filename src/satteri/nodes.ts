import type { MdastNode } from 'satteri';

/** Any node of the tree, seen as far as it has to be seen here. */
export type Node = MdastNode;

/**
 * The children of a node; none for a leaf. Of those of a node in the tree nothing should be
 * read: the engine makes a copy of the whole tree for that.
 */
export function childrenOf(node: Node): ReadonlyArray<Node> {
  return 'children' in node ? (node.children as ReadonlyArray<Node>) : [];
}

/** Make a text. */
export function text(value: string): Node {
  return { type: 'text', value };
}

/**
 * Copy a node with other children, without a look at its own; a leaf without any. What
 * is in the tree is frozen, and can stand in one place only.
 */
export function withChildren(node: Node, children: ReadonlyArray<Node>): Node {
  if (!('children' in node)) return { ...node };
  const copy: Record<string, unknown> = { children };
  for (const key in node) {
    if (key !== 'children') copy[key] = node[key as keyof typeof node];
  }
  return copy as unknown as Node;
}
