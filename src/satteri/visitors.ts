import type { MdastPluginDefinition } from 'satteri';
import type { Node } from './nodes.js';

type Visited = Exclude<
  keyof MdastPluginDefinition,
  'name' | 'options' | 'before' | 'after'
>;

/** A visitor for each type of node. */
export type Visitors = Record<Visited, (node: Readonly<Node>) => void>;

/**
 * Visit all nodes but the root, each before its children: the engine hands them over far
 * cheaper one by one than as a tree.
 */
export function visitAll(visit: (node: Readonly<Node>) => void): Visitors {
  return {
    blockquote: visit,
    break: visit,
    code: visit,
    containerDirective: visit,
    custom: visit,
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
