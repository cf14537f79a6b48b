import type { Nodes } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';

/** A part of a text. */
export interface Range {
  start: number;
  end: number;
}

/** The places of the destinations of links and definitions, which the syntax tree lacks. */
const destinations = new WeakMap<Nodes, Range>();

/** remark plugin that notes where destinations are. */
export function recordDestinations(this: Processor): undefined {
  const data = this.data() as { fromMarkdownExtensions?: Array<Extension> };
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({
    enter: { definitionDestination: record, resourceDestination: record },
  });
}

/** Get the place of the URL of a link or definition, without angle brackets around it. */
export function destinationOf(node: Nodes, text: string): Range | undefined {
  const range = destinations.get(node);
  return range && text[range.start] === '<'
    ? { start: range.start + 1, end: range.end - 1 }
    : range;
}

function record(this: CompileContext, { end, start }: Token): undefined {
  const node = this.stack.at(-1);
  if (node) destinations.set(node as Nodes, { start: start.offset, end: end.offset });
}
