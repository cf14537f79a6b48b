import { anchorTags } from '../core/html/anchors.js';
import { isVisibleHtml, isVisibleText } from '../core/html/visible.js';
import {
  exclamationMark,
  leftSquareBracket,
  rightSquareBracket,
} from '../core/shorthand/characters.js';
import type { LabelEnd } from '../core/shorthand/find-label-end.js';
import type { StateInline, Token } from './types.js';

/**
 * Find the `]]` of a label by the rules for link text: whatever markdown-it takes for one
 * token, such as code, can hold brackets. A second `[[` ends the search, so that all
 * searches together are linear.
 */
export function findLabelEnd(state: StateInline, start: number): LabelEnd {
  const { pos, posMax, src } = state;
  // For each open bracket, where the link or image ends that it begins, if it begins one.
  const open: Array<number> = [];
  let isClosed = false;
  state.pos = start;
  while (state.pos < posMax) {
    const at = state.pos;
    const code = src.charCodeAt(at);
    const isDouble = src.charCodeAt(at + 1) === code;
    if (code === leftSquareBracket && isDouble) break;
    if (code === rightSquareBracket) {
      const end = open.pop();
      if (end === undefined) {
        isClosed = isDouble && at + 1 < posMax;
        break;
      }
      state.pos = Math.max(end, at + 1);
      continue;
    }
    state.md.inline.skipToken(state);
    const isImage = code === exclamationMark && src[at + 1] === '[';
    if (isImage || code === leftSquareBracket) {
      open.push(state.pos);
      // The text of links and images is searched, too.
      state.pos = isImage ? at + 2 : at + 1;
    }
  }
  const end = state.pos;
  state.pos = pos;
  return { isClosed, end };
}

/**
 * Take anchors, and white space at the edges, out of the label of a contact link. Tokens become
 * empty and stay in their places, as delimiters point at them by index.
 *
 * @returns
 *   References to footnotes, which come after the link: they become anchors, and without
 *   them the page would lose the footnotes.
 */
export function cleanLabel(label: ReadonlyArray<Token>): Array<Token> {
  const notes = label.filter(isNote).map((token) => ({ ...token }));
  for (const token of label) unwrapLink(token);
  trim(label, /^[ \t\n]+/);
  trim(label.toReversed(), /(?<![ \t\n])[ \t\n]+$/);
  return notes;
}

/** Find the references to footnotes in the label of a shorthand that stays text. */
export function notesIn(label: string, { env, md }: StateInline): Array<Token> {
  if (!/\[\^|\^\[/.test(label)) return [];
  const tokens: Array<Token> = [];
  md.inline.parse(label, md, env, tokens);
  return tokens.filter(isNote);
}

/** Whether a token is one of markdown-it-footnote. */
function isNote({ type }: Token): boolean {
  return type === 'footnote_ref';
}

/** Put references to footnotes after what has been read so far. */
export function pushNotes(state: StateInline, notes: ReadonlyArray<Token>): void {
  for (const { meta, nesting, tag, type } of notes) {
    Object.assign(state.push(type, tag, nesting), { meta });
  }
}

/** Empty the tokens of links and anchors: an anchor never contains an anchor. */
function unwrapLink(token: Token): void {
  const { content, tag, type } = token;
  const isAnchor = type === 'html_inline' && anchorTags(content).length > 0;
  if (tag === 'a' || isAnchor || isNote(token)) makeText(token, '');
}

/** Take white space and line breaks from the start of some tokens. */
function trim(tokens: ReadonlyArray<Token>, space: RegExp): void {
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') makeText(token, '');
    else if (token.type.startsWith('text')) {
      token.content = token.content.replace(space, '');
    } else return;
    if (token.content) return;
  }
}

/**
 * Put the default label in place of a label that shows nothing. Only once the whole block has
 * been read is it known what is emphasis and what is text.
 *
 * @param label
 *   Tokens of the label; the last one takes the default label.
 */
export function fillLabel(label: ReadonlyArray<Token>, defaultLabel: string): void {
  if (label.some(isVisible)) return;
  for (const token of label.slice(0, -1)) makeText(token, '');
  for (const token of label.slice(-1)) token.content = defaultLabel;
}

/** Turn a token into text. */
export function makeText(token: Token, content: string): void {
  Object.assign(token, { type: 'text', tag: '', nesting: 0, attrs: null, content });
}

/** Whether a reader may see anything of a token. */
function isVisible({ content, type }: Token): boolean {
  if (type === 'html_inline') return isVisibleHtml(content);
  return type.startsWith('text') ? isVisibleText(content) : content !== '';
}
