import {
  backslash,
  exclamationMark,
  leftSquareBracket,
  rightSquareBracket,
} from '../core/shorthand/characters.js';
import { firstBehind } from './first-index.js';
import type { Leaf } from './leaves.js';
import type { Span } from './spans.js';

/** Where a label ends, or where it is given up. */
export interface LabelEnd {
  isClosed: boolean;
  end: number;
}

/**
 * Find the `]]` of a label by the rules for link text: code, HTML and the like can hold
 * brackets. A second `[[` ends the search, so that all searches together are linear.
 *
 * @param leaves
 *   What the label may be made of.
 * @param source
 *   The document, as far as the leaves go.
 * @param start
 *   Where the label begins.
 */
export function findLabelEnd(
  leaves: ReadonlyArray<Leaf>,
  source: string,
  start: number,
): LabelEnd {
  let depth = 0;
  let isPaired = true;
  let at = start;

  let index = firstBehind(leaves, start);
  for (let leaf = leaves[index]; leaf; leaf = leaves[++index]) {
    at = Math.max(leaf.start, start);
    // What began in the head is hidden no longer.
    if (leaf.kind === 'atom' && leaf.start >= start) {
      if (holdsStart(leaf.span.children, source)) return { isClosed: false, end: at };
      continue;
    }
    const isBracket = leaf.span.kind === 'link';
    if ((leaf.kind === 'open' || leaf.kind === 'close') && !isBracket) continue;

    while (at < leaf.end) {
      const code = source.charCodeAt(at);
      const isDouble = source.charCodeAt(at + 1) === code;
      if (code === backslash) at++;
      else if (isImageStart(source, at)) {
        depth++;
        at++;
      } else if (code === leftSquareBracket && isDouble) {
        return { isClosed: false, end: at };
      } else if (code === leftSquareBracket) depth++;
      else if (code === rightSquareBracket && depth > 0) depth--;
      else if (code === rightSquareBracket && isDouble) {
        return { isClosed: isPaired, end: at };
      } else if (code === rightSquareBracket) isPaired = false;
      at++;
      // Behind the bracket of a link stands where it leads.
      if (isBracket && code === rightSquareBracket) break;
      if (isBracket && leaf.kind === 'open') break;
    }
    at = leaf.end;
  }
  return { isClosed: false, end: at };
}

/** Whether a shorthand may begin in something that has text, as JSX has. */
function holdsStart(spans: ReadonlyArray<Span>, source: string): boolean {
  return spans.some(({ children, end, kind, start }) =>
    kind === 'text'
      ? /(?<![\\!])\[\[/.test(source.slice(start, end))
      : holdsStart(children, source),
  );
}

/** Whether `![` stands at a place; its bracket makes no `[[` with the next one. */
function isImageStart(source: string, at: number): boolean {
  return source.charCodeAt(at) === exclamationMark && source[at + 1] === '[';
}
