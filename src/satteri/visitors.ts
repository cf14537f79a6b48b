import type { MdastNode, MdastPluginDefinition, MdastVisitorContext } from 'satteri';
import { firstFrom } from '../core/in-order.js';
import { childrenOf, type Node } from './nodes.js';

type Visitor = (node: Readonly<MdastNode>, context: MdastVisitorContext) => void;

/** What visits a tree: the part of a plugin that is called with nodes. */
export type Visitors = Record<
  'custom' | 'html' | 'mdxJsxFlowElement' | (typeof textBlocks)[number],
  Visitor
>;

/** Nodes that hold text and no blocks: a shorthand never reaches beyond one. */
const textBlocks = [
  'descriptionTerm',
  'heading',
  'leafDirective',
  'paragraph',
  'tableCell',
] as const satisfies ReadonlyArray<keyof MdastPluginDefinition>;

/** Raw HTML, and where it begins. */
export interface Html {
  start: number;
  value: string;
}

/** A node that holds text. */
export interface Block {
  node: Node;
  /** Where in the source its candidates may begin: those before are of another block. */
  from: number;
}

/** What matters to the shorthands of a document, in its order. */
export interface Gathered {
  /** Those with a candidate. */
  blocks: Array<Block>;
  /** Raw HTML that may have tags of anchors: these reach over blocks. */
  anchors: Array<Html>;
}

/**
 * Make visitors that gather what matters. To visit few types of nodes costs little; to visit
 * all, or to read what is in each block, costs several times as much as the page.
 *
 * @param candidates
 *   Offsets of `[[service:`, in order.
 * @param gathered
 *   Takes what is found.
 */
export function createVisitors(
  candidates: ReadonlyArray<number>,
  { anchors, blocks }: Gathered,
): Visitors {
  let from = 0;
  const visit: Visitor = (node) => {
    const { end, start } = node.position ?? {};
    const next = candidates[firstFrom(candidates, Math.max(start?.offset ?? 0, from))];
    if (next === undefined || next >= (end?.offset ?? next + 1)) return;
    blocks.push({ node, from });
    // What is in the block is read with it.
    from = end?.offset ?? from;
  };
  const visitIfText: Visitor = (node, context) => {
    if (holdsText(node)) visit(node, context);
  };
  return {
    descriptionTerm: visit,
    heading: visit,
    leafDirective: visit,
    paragraph: visit,
    tableCell: visit,
    custom: visitIfText,
    mdxJsxFlowElement: visitIfText,
    html(node, context) {
      const { value } = node as Html & Node;
      if (!/<\/?a\b/i.test(value)) return;
      const start = node.position?.start.offset ?? placeOf(node, context);
      anchors.push({ start, value });
    },
  };
}

/** Where a node is that another plugin has made: after the one before it. */
function placeOf(node: Node, context: MdastVisitorContext): number {
  const parent = context.parent(node) as Node;
  const siblings = childrenOf(parent);
  for (let index = Number(context.indexOf(node)); index > 0; index--) {
    const before = siblings[index - 1]?.position;
    if (before) return Number(before.end.offset);
  }
  return parent.position?.start.offset ?? 0;
}

/** Whether a node holds text, and not blocks: their types can be had without reading them. */
function holdsText(node: Node): boolean {
  return (
    textBlocks.some((type) => type === node.type) ||
    childrenOf(node).some(({ type }) => type === 'text')
  );
}
