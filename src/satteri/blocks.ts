import type { MdastVisitorContext } from 'satteri';
import { anchorTags } from '../core/anchors.js';
import { childrenOf, type Node } from './nodes.js';

/** Takes the nodes of a tree one by one. */
export interface BlockGatherer {
  /** Take a node; it comes before its children. */
  add: (node: Node, context: MdastVisitorContext) => void;
  /** Take note that there are no more. */
  end: (context: MdastVisitorContext) => void;
}

/**
 * Gather the nodes of a tree into blocks that have nothing to do with each other: to keep
 * all nodes of a large tree costs more than to read them.
 *
 * @param isNeeded
 *   Whether a block at a place is.
 * @param take
 *   Called with the nodes of each block, as soon as the next one begins.
 */
export function createBlockGatherer(
  isNeeded: (start: number, end: number) => boolean,
  take: (nodes: ReadonlyArray<Node>, context: MdastVisitorContext) => void,
): BlockGatherer {
  let nodes: Array<Node> = [];
  let blockEnd = 0;
  let isKept = false;
  /** How many nodes are yet to come in one without a place. */
  let inside = 0;
  return { add, end };

  function add(node: Node, context: MdastVisitorContext): void {
    const start = node.position?.start.offset;
    if (inside > 0) {
      inside += childrenOf(node).length - 1;
    } else if (start === undefined) {
      inside = childrenOf(node).length;
    } else if (start >= blockEnd) {
      end(context);
      blockEnd = node.position?.end.offset ?? start;
      isKept = isNeeded(start, blockEnd);
    }
    // What an anchor in HTML holds does not end with a block.
    if (node.type === 'html' && anchorTags(node.value).length > 0) {
      blockEnd = Number.POSITIVE_INFINITY;
      isKept = true;
    }
    if (isKept) nodes.push(node);
  }

  function end(context: MdastVisitorContext): void {
    if (nodes.length > 0) take(nodes, context);
    nodes = [];
  }
}
