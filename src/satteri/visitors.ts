import type { MdastPluginDefinition, MdastVisitorContext } from 'satteri';
import type { Node } from './nodes.js';

type Visited = Exclude<
  keyof MdastPluginDefinition,
  'name' | 'options' | 'before' | 'after'
>;
type Visitor = (node: Readonly<Node>, context: MdastVisitorContext) => void;

/** What visits a tree: the part of a plugin that is called with nodes. */
export type Visitors = Record<Visited | 'before', Visitor>;

/** The type of a node that stands behind all others while they are visited. */
const lastType = 'contactLinksEnd';

/**
 * Visit all nodes but the root: the engine hands them over far cheaper one by one than as a
 * tree.
 *
 * @param visit
 *   Called with each node, before its children.
 * @param end
 *   Called after the last one. The engine's own hook comes too late for that: it may have
 *   changed the tree by then, and given other nodes the names of those that were visited.
 */
export function createVisitors(
  visit: Visitor,
  end: (context: MdastVisitorContext) => void,
): Visitors {
  return {
    before(root, context) {
      context.appendChild(root, { type: lastType });
    },
    custom(node, context) {
      if ((node.type as string) !== lastType) return visit(node, context);
      context.removeNode(node);
      end(context);
    },
    blockquote: visit,
    break: visit,
    code: visit,
    containerDirective: visit,
    definition: visit,
    delete: visit,
    descriptionDetails: visit,
    descriptionList: visit,
    descriptionTerm: visit,
    emphasis: visit,
    footnoteDefinition: visit,
    footnoteReference: visit,
    heading: visit,
    html: visit,
    image: visit,
    imageReference: visit,
    inlineCode: visit,
    inlineMath: visit,
    leafDirective: visit,
    link: visit,
    linkReference: visit,
    list: visit,
    listItem: visit,
    math: visit,
    mdxFlowExpression: visit,
    mdxJsxFlowElement: visit,
    mdxJsxTextElement: visit,
    mdxTextExpression: visit,
    mdxjsEsm: visit,
    paragraph: visit,
    strong: visit,
    subscript: visit,
    superscript: visit,
    table: visit,
    tableCell: visit,
    tableRow: visit,
    text: visit,
    textDirective: visit,
    thematicBreak: visit,
    toml: visit,
    yaml: visit,
  };
}
