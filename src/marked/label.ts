import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Token, Tokens } from 'marked';
import { anchorTags } from '../core/html/anchors.js';
import { isVisibleHtml, isVisibleText } from '../core/html/visible.js';
import {
  exclamationMark,
  leftSquareBracket,
  rightSquareBracket,
} from '../core/shorthand/characters.js';
import {
  findLabelEnd as findPlainEnd,
  type LabelEnd,
} from '../core/shorthand/find-label-end.js';
import type { OpenLexer } from './types.js';

/** Characters that begin something that can hold brackets; all others are passed over. */
const special = /[[\]\\`<!]/g;

/**
 * Find the `]]` of a label by the rules for link text: whatever marked takes for one token, such
 * as code, can hold brackets. A second `[[` ends the search, so that all searches together are
 * linear.
 */
export function findLabelEnd(lexer: OpenLexer, text: string, start: number): LabelEnd {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    special.lastIndex = at;
    const found = special.exec(text);
    if (!found) break;
    at = found.index;
    const code = text.charCodeAt(at);
    const isDouble = text.charCodeAt(at + 1) === code;
    if (code === leftSquareBracket && isDouble) return { isClosed: false, end: at };
    if (code === rightSquareBracket) {
      if (depth === 0) return { isClosed: isDouble, end: at };
      depth--;
      at++;
      continue;
    }
    const token = tokenAt(lexer, text.slice(at));
    const start = token ? startIn(token) : -1;
    if (start >= 0) return { isClosed: false, end: at + start };
    const isImage = code === exclamationMark && text[at + 1] === '[';
    if (!token && (isImage || code === leftSquareBracket)) depth++;
    // The bracket of an image makes no `[[` with the next one.
    at += token ? token.raw.length : isImage ? 2 : 1;
  }
  return { isClosed: false, end: text.length };
}

/** Read the token at the start of a text, if it is more than text. */
function tokenAt(lexer: OpenLexer, text: string): Token | undefined {
  const { state, tokenizer, tokens } = lexer;
  const before = { ...state };
  const token =
    tokenizer.escape(text) ??
    tokenizer.tag(text) ??
    tokenizer.link(text) ??
    tokenizer.reflink(text, tokens.links) ??
    tokenizer.codespan(text) ??
    tokenizer.autolink(text);
  Object.assign(state, before);
  return token?.type === 'text' ? undefined : token;
}

/** Find where a shorthand may begin in the text of a link or an image; `-1` where none does. */
function startIn({ raw, type }: Token): number {
  if (type !== 'link' && type !== 'image') return -1;
  const { end } = findPlainEnd(raw, type === 'image' ? 2 : 1);
  return raw.startsWith('[[', end) ? end : -1;
}

/**
 * Read a label: without links in it, and trimmed.
 *
 * @returns
 *   The tokens of the label; nothing where a reader would see nothing of it.
 */
export function readLabel(lexer: OpenLexer, text: string): Array<Token> | undefined {
  const { inLink } = lexer.state;
  lexer.state.inLink = true;
  const tokens = trim(unwrapLinks(lexer.inlineTokens(text)));
  lexer.state.inLink = inLink;
  return tokens.some(isVisible) ? tokens : undefined;
}

/** Replace links by their content: an anchor never contains an anchor. */
function unwrapLinks(tokens: ReadonlyArray<Token>): Array<Token> {
  return tokens.flatMap((token): ReadonlyArray<Token> => {
    if (token.type === 'html' && anchorTags(token.raw).length > 0) return [];
    const { tokens: children } = token as Tokens.Generic;
    if (!children) return [token];
    const inside = unwrapLinks(children);
    return token.type === 'link' ? inside : [{ ...token, tokens: inside }];
  });
}

/** Take white space and line breaks from both edges. */
function trim(tokens: ReadonlyArray<Token>): Array<Token> {
  const trimmed = [...tokens];
  trimEdge(trimmed, 0, /^[ \t\n]+/);
  trimEdge(trimmed, -1, /(?:(?<![ \t\n])[ \t\n]+|(?<!\\)(?:\\\\)*\\\n?)$/);
  return trimmed;
}

function trimEdge(tokens: Array<Token>, edge: 0 | -1, space: RegExp): void {
  for (;;) {
    const token = tokens.at(edge) as Tokens.Generic | undefined;
    if (token?.type === 'text') {
      const text = String(token.text).replace(space, '');
      if (text !== '') {
        tokens.splice(edge, 1, { ...token, text } as Token);
        return;
      }
    } else if (token?.type !== 'br') return;
    tokens.splice(edge, 1);
  }
}

/** Whether a reader may see anything of a token. */
function isVisible(token: Token): boolean {
  const { raw, text = '', tokens, type } = token as Tokens.Generic;
  if (type === 'html') return isVisibleHtml(raw);
  if (type === 'text' || type === 'escape') return isVisibleText(decode(String(text)));
  if (type === 'br') return false;
  if (type === 'image' || !tokens) return true;
  return tokens.some(isVisible);
}

/** A character reference: marked does not decode those with a name. */
const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]*));/gi;

function decode(text: string): string {
  return text.replace(reference, (whole, decimal, hex, name) => {
    if (name) return decodeNamedCharacterReference(name) || whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
