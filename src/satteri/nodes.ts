import type { MdastNode } from 'satteri';

/** Any node of the tree. */
export type Node = MdastNode;

/**
 * Get the children of a node; none for a leaf. Reading a property of theirs makes the engine
 * copy the whole tree, if the node is in the tree; only their type is there without.
 */
export function childrenOf(node: Node): ReadonlyArray<Node> {
  return 'children' in node ? (node.children as ReadonlyArray<Node>) : [];
}

/** Make a text node. */
export function text(value: string): Node {
  return { type: 'text', value };
}

/**
 * Copy a node with other children, without reading its own; a leaf gets none. Nodes in the tree
 * are frozen, and can be in one place only.
 */
export function withChildren(node: Node, children: ReadonlyArray<Node>): Node {
  if (!('children' in node)) return { ...node };
  const copy: Record<string, unknown> = { children };
  for (const key in node) {
    if (key !== 'children') copy[key] = node[key as keyof typeof node];
  }
  return copy as unknown as Node;
}
