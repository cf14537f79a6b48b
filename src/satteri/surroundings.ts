import type { MdastVisitorContext } from 'satteri';
import { isForeignAnchor } from '../unist/foreign-anchor.js';
import type { Node } from './nodes.js';

/** What is around a shorthand. */
export interface Surroundings {
  /** The text of a Markdown link. */
  inLink: boolean;
  /** An anchor in JSX, or from another plugin. */
  inAnchor: boolean;
  /** The cell of a table. */
  inTable: boolean;
  /** A block quote, list or footnote, whose markers are between lines. */
  inContainer: boolean;
}

/** The surroundings of a shorthand in a block with nothing around it that matters. */
export const nothing: Surroundings = {
  inLink: false,
  inAnchor: false,
  inTable: false,
  inContainer: false,
};

/** Make a function that gives what is around the content of a node in the tree. */
export function createSurroundings(
  context: MdastVisitorContext,
): (node: Node) => Surroundings {
  // Many blocks may be deep inside the same nodes.
  const known = new Map<Node, Surroundings>();
  return find;

  function find(node: Node): Surroundings {
    let around = known.get(node);
    if (!around) {
      const parent = context.parent(node) as Node | undefined;
      around = within(node, parent ? find(parent) : nothing);
      known.set(node, around);
    }
    return around;
  }
}

/** Get what is around the content of a node, given what is around the node. */
export function within(node: Node, around: Surroundings): Surroundings {
  const { type } = node;
  return {
    inLink: around.inLink || /^link(?:Reference)?$/.test(type),
    inAnchor: around.inAnchor || isForeignAnchor(node),
    inTable: around.inTable || type === 'tableCell',
    inContainer: around.inContainer || /^(?:blockquote|list|footnote)/.test(type),
  };
}
