import { firstAfter } from '../core/in-order.js';
import {
  backslash,
  exclamationMark,
  leftSquareBracket,
  rightSquareBracket,
} from '../core/shorthand/characters.js';
import { isEscaped } from '../core/shorthand/escapes.js';
import {
  findLabelEnd as findEndInText,
  type LabelEnd,
} from '../core/shorthand/find-label-end.js';
import { scanHead, withoutEnd } from '../core/shorthand/scan-head.js';
import type { Unclosed } from '../core/shorthand/unclosed.js';
import type { Leaf, Span } from './spans.js';

/** A shorthand that is closed, and its place in the document. */
export interface Shorthand {
  start: number;
  end: number;
  head: string;
  /** The place of its label. */
  label: { start: number; end: number } | undefined;
}

/**
 * Try to read a shorthand.
 *
 * @param leaves
 *   The leaves among which it is.
 * @param source
 *   The document, as far as the leaves go.
 * @param start
 *   Where `[[service:` is.
 * @param last
 *   Where the last shorthand ended.
 * @param names
 *   Registered services by all their names.
 * @returns
 *   The shorthand, closed or not; nothing where the brackets are not text.
 */
export function parseShorthand(
  leaves: ReadonlyArray<Leaf>,
  source: string,
  start: number,
  last: number,
  names: ReadonlyMap<string, unknown>,
): Shorthand | Unclosed | undefined {
  if (!areText(leaves, source, start, last)) return undefined;
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

/** Whether a shorthand can begin with two `[`. */
export function areText(
  leaves: ReadonlyArray<Leaf>,
  source: string,
  start: number,
  last: number,
): boolean {
  return isText(leaves, source, start, last) && isText(leaves, source, start + 1, last);
}

/** Whether a `[` is text or starts a link: a shorthand wins over both. */
function isText(
  leaves: ReadonlyArray<Leaf>,
  source: string,
  bracket: number,
  last: number,
): boolean {
  const leaf = leaves[firstAfter(leaves, bracket)];
  if (!leaf || leaf.start > bracket) return false;
  if (leaf.kind === 'open') return leaf.span.kind === 'link';
  // An address in which a shorthand ended is text again.
  if (leaf.kind !== 'text' && !(leaf.kind === 'literal' && leaf.start < last))
    return false;
  const before = source[bracket - 1] === '!' ? bracket - 1 : bracket;
  const isLiteral = isEscaped(source, before, leaf.start);
  // A `!` makes the bracket the start of an image, unless the `!` itself is escaped.
  return before === bracket ? !isLiteral : isLiteral;
}

/**
 * Find the `]]` of a label by the rules for link text: code, HTML and the like can hold
 * brackets. A second `[[` ends the search, so that all searches together are linear.
 *
 * @param leaves
 *   The leaves that the label may reach over.
 * @param source
 *   The document, as far as the leaves go.
 * @param start
 *   Where the label begins.
 */
function findLabelEnd(
  leaves: ReadonlyArray<Leaf>,
  source: string,
  start: number,
): LabelEnd {
  let depth = 0;
  let isPaired = true;
  let at = start;

  let index = firstAfter(leaves, start);
  for (let leaf = leaves[index]; leaf; leaf = leaves[++index]) {
    at = Math.max(leaf.start, start);
    // An atom that began in the head does not hide the label.
    if (leaf.kind === 'atom' && leaf.start >= start) {
      if (holdsStart(leaf.span, source)) return { isClosed: false, end: at };
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
      // After the closing bracket of a link comes its destination.
      if (isBracket && code === rightSquareBracket) break;
      if (isBracket && leaf.kind === 'open') break;
    }
    at = leaf.end;
  }
  return { isClosed: false, end: at };
}

/** Whether `[[` is in the text of an atom, such as JSX or the description of an image. */
function holdsStart(
  { children, kind, node, start, end }: Span,
  source: string,
): boolean {
  if (kind === 'text') return /(?<![\\!])\[\[/.test(source.slice(start, end));
  if (/^image/.test(node.type)) {
    return source.startsWith('[[', findEndInText(source, start + 2).end);
  }
  return children.some((child) => holdsStart(child, source));
}

/** Whether `![` is at a place; its bracket does not make `[[` with the next one. */
function isImageStart(source: string, at: number): boolean {
  return source.charCodeAt(at) === exclamationMark && source[at + 1] === '[';
}
