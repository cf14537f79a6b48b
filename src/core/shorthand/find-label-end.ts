import {
  backslash,
  exclamationMark,
  graveAccent,
  leftSquareBracket,
  rightSquareBracket,
} from './characters.js';

/** Where a label ends: at its `]]`, or where the search for that stops. */
export interface LabelEnd {
  isClosed: boolean;
  end: number;
}

/**
 * Find the `]]` of a label in plain text: escapes, code spans and pairs of brackets are known,
 * HTML and other syntax is not. A second `[[` or a blank line ends the search.
 *
 * @param text
 *   The document.
 * @param start
 *   Where the label begins.
 */
export function findLabelEnd(text: string, start: number): LabelEnd {
  let depth = 0;
  let at = start;
  /** Lengths of runs of backticks that nothing closes from here on. */
  const unclosed = new Set<number>();
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const isDouble = text.charCodeAt(at + 1) === code;
    if (code === backslash) at++;
    else if (code === graveAccent) {
      at = codeSpanEnd(text, at, unclosed);
      continue;
    } else if (code === exclamationMark && text[at + 1] === '[') {
      depth++;
      at++;
    } else if (code === leftSquareBracket) {
      if (isDouble) break;
      depth++;
    } else if (code === rightSquareBracket) {
      if (depth === 0) return { isClosed: isDouble, end: at };
      depth--;
    } else if (isBlankLine(text, at)) break;
    at++;
  }
  return { isClosed: false, end: Math.min(at, text.length) };
}

/** Where a code span ends; after its backticks where nothing closes it. */
function codeSpanEnd(text: string, start: number, unclosed: Set<number>): number {
  let end = start;
  while (text.charCodeAt(end) === graveAccent) end++;
  const length = end - start;
  if (unclosed.has(length)) return end;
  const run = '`'.repeat(length);
  let at = text.indexOf(run, end);
  while (at >= 0) {
    let last = at;
    while (text.charCodeAt(last) === graveAccent) last++;
    if (last - at === length) return last;
    at = text.indexOf(run, last);
  }
  unclosed.add(length);
  return end;
}

/** Whether a place has a line ending that a blank line follows. */
function isBlankLine(text: string, at: number): boolean {
  const code = text[at];
  if (code !== '\n' && code !== '\r') return false;
  let next = at + (text.startsWith('\r\n', at) ? 2 : 1);
  while (text[next] === ' ' || text[next] === '\t') next++;
  return next >= text.length || text[next] === '\n' || text[next] === '\r';
}
