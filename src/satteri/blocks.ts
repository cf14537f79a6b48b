import type { MdastVisitorContext } from 'satteri';
import { anchorTags } from '../core/anchors.js';
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
 *   Whether a block at a place is.
 * @param take
 *   Called with the nodes of each block, as soon as the next one begins.
 */
export function createBlockGatherer(
  isNeeded: (start: number, end: number) => boolean,
  take: (nodes: ReadonlyArray<Node>, context: MdastVisitorContext) => void,
): BlockGatherer {
  let nodes: Array<Node> = [];
  let start = 0;
  let end = 0;
  let isKept = false;
  /** How many nodes are yet to come in one without a place. */
  let inside = 0;
  return { add, finish };

  function add(node: Node, context: MdastVisitorContext): void {
    const first = node.position?.start.offset;
    const last = node.position?.end.offset;
    if (inside > 0) {
      inside += childrenOf(node).length - 1;
    } else if (node.type === 'html' && anchorTags(node.value).length > 0) {
      // What an anchor in HTML holds does not end with a block.
      start = 0;
      end = Number.POSITIVE_INFINITY;
      isKept = true;
    } else if (first === undefined || last === undefined) {
      inside = childrenOf(node).length;
    } else {
      if (first < start || first >= end) {
        finish(context);
        start = first;
        end = first;
        isKept = false;
      }
      // A heading may begin in the definition before it.
      if (last > end) {
        end = last;
        isKept ||= isNeeded(first, last);
      }
    }
    if (isKept) nodes.push(node);
  }

  function finish(context: MdastVisitorContext): void {
    if (nodes.length > 0) take(nodes, context);
    nodes = [];
  }
}
