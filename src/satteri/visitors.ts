import type { MdastNode, MdastPluginDefinition, MdastVisitorContext } from 'satteri';
import { firstFrom } from '../core/in-order.js';
import { isForeignAnchor } from '../unist/foreign-anchor.js';
import { childrenOf, type Node } from './nodes.js';

type Visitor = (node: Readonly<MdastNode>, context: MdastVisitorContext) => void;

/** The part of a plugin that is called with nodes. */
export type Visitors = Record<
  'custom' | 'html' | 'mdxJsxFlowElement' | 'paragraph',
  Visitor
> &
  Partial<Record<(typeof textBlocks)[number] | (typeof containers)[number], Visitor>>;

/** Nodes that hold text and no blocks: a shorthand never reaches beyond one. */
const textBlocks = [
  'descriptionTerm',
  'heading',
  'leafDirective',
  'paragraph',
  'tableCell',
] as const satisfies ReadonlyArray<keyof MdastPluginDefinition>;

/** Nodes that hold blocks, or may be put around one by another plugin. */
const containers = [
  'blockquote',
  'containerDirective',
  'descriptionDetails',
  'footnoteDefinition',
  'link',
] as const satisfies ReadonlyArray<keyof MdastPluginDefinition>;

/** Raw HTML, and where it begins. */
export interface Html {
  start: number;
  value: string;
}

/** A node that holds text. */
export interface Block {
  node: Node;
  /** Where in the source its candidates may begin: those before belong to another block. */
  from: number;
}

/** The nodes that matter to the shorthands of a document, in its order. */
export interface Gathered {
  /** Blocks with a candidate. */
  blocks: Array<Block>;
  /** Raw HTML that may have tags of anchors: these reach over blocks. */
  anchors: Array<Html>;
  /**
   * Whether no block can be in an anchor or a link: there is none around blocks, and no other
   * plugin has put nodes around them.
   */
  areOutside: boolean;
}

/**
 * Make visitors that gather the nodes that matter. Each visit takes time. Where there are few
 * candidates, headings and cells are visited only if one may be in them, and so is every node
 * that may be an anchor around a block. Where there are many, a copy of the tree tells all that.
 *
 * @param candidates
 *   Offsets of `[[service:`, in order.
 * @param source
 *   The document.
 * @param gathered
 *   Takes the nodes; its `areOutside` says whether to look for anchors.
 */
export function createVisitors(
  candidates: ReadonlyArray<number>,
  source: string,
  gathered: Gathered,
): Visitors {
  const { anchors, areOutside, blocks } = gathered;
  let from = 0;
  const visit: Visitor = (node) => {
    const { end, start } = node.position ?? {};
    const next = candidates[firstFrom(candidates, Math.max(start?.offset ?? 0, from))];
    if (next === undefined || next >= (end?.offset ?? next + 1)) return;
    blocks.push({ node, from });
    // Candidates inside the block are read with it.
    from = end?.offset ?? from;
  };
  const visitContainer: Visitor = (node) => {
    if (!node.position || isForeignAnchor(node)) gathered.areOutside = false;
  };
  const visitIfText: Visitor = (node, context) => {
    visitContainer(node, context);
    if (holdsText(node)) visit(node, context);
  };
  const { inHeading, inTable } = areOutside ? placesOf(candidates, source) : anywhere;
  return {
    paragraph: visit,
    custom: visitIfText,
    html(node, context) {
      const { value } = node as Html & Node;
      if (!/<\/?a\b/i.test(value)) return;
      const start = node.position?.start.offset ?? placeOf(node, context);
      anchors.push({ start, value });
    },
    ...(inHeading && { heading: visit }),
    ...(inTable && { tableCell: visit }),
    ...(/^[ \t>]*:/m.test(source) && {
      containerDirective: visitContainer,
      descriptionDetails: visitContainer,
      descriptionTerm: visit,
      leafDirective: visit,
    }),
    mdxJsxFlowElement: visitIfText,
    ...(areOutside && {
      blockquote: visitContainer,
      footnoteDefinition: visitContainer,
      link(node) {
        // A link that was an address has no place, and nothing but text in it.
        if (node.position) return;
        if (childrenOf(node).some(({ type }) => type !== 'text'))
          gathered.areOutside = false;
      },
    }),
  };
}

/** A line that may be the one below the header of a table. */
const delimiterRow = /^[ \t>]*[|:-][|:\- \t]*$/m;

/** A line that may be a heading, or the line below one. */
const headingLine = /^[ \t>]*(?:.*#|[-=]+[ \t]*$)/m;

/** A line that ends every paragraph and table. */
const blankLine = /^[ \t>\r]*$/;

const anywhere = { inHeading: true, inTable: true };

/** Find out from the source alone where candidates may be. */
function placesOf(candidates: ReadonlyArray<number>, source: string): typeof anywhere {
  let inHeading = false;
  let inTable = false;
  for (const candidate of candidates) {
    let start = source.lastIndexOf('\n', candidate) + 1;
    for (let before = start; before > 0; ) {
      before = source.lastIndexOf('\n', start - 2) + 1;
      if (blankLine.test(source.slice(before, start - 1))) break;
      start = before;
    }
    let end = lineEnd(source, candidate);
    for (let after = end; after < source.length; ) {
      after = lineEnd(source, end + 1);
      if (blankLine.test(source.slice(end + 1, after))) break;
      end = after;
    }
    const lines = source.slice(start, end);
    inHeading ||= headingLine.test(lines);
    inTable ||= delimiterRow.test(lines);
  }
  return { inHeading, inTable };
}

/** Where a line ends. */
function lineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}

/** Get the offset of a node that another plugin has made: it is after the node before it. */
function placeOf(node: Node, context: MdastVisitorContext): number {
  const parent = context.parent(node) as Node;
  const siblings = childrenOf(parent);
  for (let index = Number(context.indexOf(node)); index > 0; index--) {
    const before = siblings[index - 1]?.position;
    if (before) return Number(before.end.offset);
  }
  return parent.position?.start.offset ?? 0;
}

/** Whether a node holds text, not blocks: the types of nodes are known without reading them. */
function holdsText(node: Node): boolean {
  return (
    textBlocks.some((type) => type === node.type) ||
    childrenOf(node).some(({ type }) => type === 'text')
  );
}
