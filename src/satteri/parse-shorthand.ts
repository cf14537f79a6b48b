import { scanHead, withoutEnd } from '../core/shorthand/scan-head.js';
import type { Unclosed } from '../core/shorthand/unclosed.js';
import { firstBehind } from './first-index.js';
import { findLabelEnd } from './label-end.js';
import type { Leaf } from './leaves.js';

/** A shorthand that is closed, and where it stands in the document. */
export interface Shorthand {
  start: number;
  end: number;
  head: string;
  /** Where its label is. */
  label: { start: number; end: number } | undefined;
}

/**
 * Try to read a shorthand.
 *
 * @param leaves
 *   What is around it.
 * @param source
 *   The document, as far as the leaves go.
 * @param start
 *   Where `[[service:` is.
 * @param last
 *   Where the last shorthand ended.
 * @returns
 *   Nothing where the brackets are not text.
 */
export function attempt(
  leaves: ReadonlyArray<Leaf>,
  source: string,
  start: number,
  last: number,
  names: ReadonlyMap<string, unknown>,
): Shorthand | Unclosed | undefined {
  if (
    !isText(leaves, source, start, last) ||
    !isText(leaves, source, start + 1, last)
  ) {
    return undefined;
  }
  const { end, step } = scanHead(source, start + 2, names);
  if (step === 'foreign') return undefined;
  if (step === 'broken') {
    const code = end < source.length ? source.charCodeAt(end) : null;
    return { source: source.slice(start, end), code };
  }
  const head = withoutEnd(source.slice(start + 2, end));
  if (step === 'bare') return { start, end, head, label: undefined };
  const label = findLabelEnd(leaves, source, end);
  if (!label.isClosed) {
    return { source: source.slice(start, label.end + 1), label: end - start };
  }
  return { start, end: label.end + 2, head, label: { start: end, end: label.end } };
}

/** Whether a `[` is one of text, or of a link: what a shorthand wins over. */
function isText(
  leaves: ReadonlyArray<Leaf>,
  source: string,
  bracket: number,
  last: number,
): boolean {
  const leaf = leaves[firstBehind(leaves, bracket)];
  if (!leaf || leaf.start > bracket) return false;
  if (leaf.kind === 'open') return leaf.span.kind === 'link';
  // An address is none any more where a shorthand ended in it.
  if (leaf.kind !== 'text' && !(leaf.kind === 'literal' && leaf.start < last))
    return false;
  const before = source[bracket - 1] === '!' ? bracket - 1 : bracket;
  let index = before;
  while (index > leaf.start && source[index - 1] === '\\') index--;
  const isEscaped = (before - index) % 2 === 1;
  // A `!` makes the start of an image of the bracket, unless it is escaped itself.
  return before === bracket ? !isEscaped : isEscaped;
}
