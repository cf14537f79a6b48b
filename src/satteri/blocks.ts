import type { MdastVisitorContext } from 'satteri';
import { anchorTags } from '../core/html/anchors.js';
import { childrenOf, type Node } from './nodes.js';

/** Takes the nodes of a tree one by one. */
export interface BlockGatherer {
  /** Take a node; it comes before its children. */
  add: (node: Node, context: MdastVisitorContext) => void;
  /** Take note that there are no more. */
  finish: (context: MdastVisitorContext) => void;
}

/**
 * Gather the nodes of a tree into blocks that have nothing to do with each other: to keep
 * all nodes of a large tree costs more than to read them.
 *
 * @param isNeeded
 *   Whether a block is, and what is in it.
 * @param take
 *   Called with the nodes of each block as soon as there are all of them.
 */
export function createBlockGatherer(
  isNeeded: (block: Node) => boolean,
  take: (nodes: ReadonlyArray<Node>, context: MdastVisitorContext) => void,
): BlockGatherer {
  let nodes: Array<Node> = [];
  /** How many nodes of the block are yet to come. */
  let missing = 0;
  let isKept = false;
  let hasAnchors = false;
  return { add, finish };

  function add(node: Node, context: MdastVisitorContext): void {
    if (missing === 0) {
      missing = 1;
      isKept = hasAnchors || isNeeded(node);
    }
    missing += childrenOf(node).length - 1;
    if (node.type === 'html' && anchorTags(node.value).length > 0) {
      // What an anchor in HTML holds does not end with a block.
      hasAnchors = true;
      isKept = true;
    }
    if (isKept) nodes.push(node);
    if (missing === 0 && !hasAnchors) finish(context);
  }

  function finish(context: MdastVisitorContext): void {
    if (nodes.length > 0) take(nodes, context);
    nodes = [];
  }
}
