import type { MdastVisitorContext } from 'satteri';
import { hides, isWhole, type Replacement, render, touches } from './render.js';
import type { Span } from './spans.js';

/** Put replacements into the tree, and leave alone whatever they do not touch. */
export function replaceIn(
  spans: ReadonlyArray<Span>,
  replacements: ReadonlyArray<Replacement>,
  context: MdastVisitorContext,
): void {
  for (const span of spans) {
    const { children, end, kind, node, start } = span;
    if (!touches(replacements, start, end)) continue;
    const isMarkup = kind === 'markup' || kind === 'link';
    if (isMarkup ? isWhole(span, replacements) : hides(span, replacements)) {
      replaceIn(children, replacements, context);
    } else {
      context.replaceNode(node, render(span, replacements));
    }
  }
}
