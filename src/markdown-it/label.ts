import { anchorTags } from '../core/anchors.js';
import { leftSquareBracket, rightSquareBracket } from '../core/codes.js';
import type { StateInline, Token } from './types.js';

/** Where a label ends, or where it is given up. */
export interface LabelEnd {
  isClosed: boolean;
  end: number;
}

/**
 * Find the `]]` of a label by the rules for link text: whatever markdown-it takes for one
 * token, such as code, can hold brackets. A second `[[` ends the search, so that all
 * searches together are linear.
 */
export function findLabelEnd(state: StateInline, start: number): LabelEnd {
  const { pos, posMax, src } = state;
  let depth = 0;
  state.pos = start;
  while (state.pos < posMax) {
    const at = state.pos;
    const code = src.charCodeAt(at);
    const isDouble = src.charCodeAt(at + 1) === code;
    if (code === leftSquareBracket && isDouble) break;
    if (code === rightSquareBracket && depth-- === 0) {
      state.pos = pos;
      return { isClosed: isDouble && at + 1 < posMax, end: at };
    }
    state.md.inline.skipToken(state);
    if (code === leftSquareBracket && state.pos === at + 1) depth++;
  }
  const end = state.pos;
  state.pos = pos;
  return { isClosed: false, end };
}

/**
 * Take the anchors out of the tokens of a label, from an index on, and tell whether a
 * reader sees anything of it. Tokens become empty ones: delimiters know them by index.
 */
export function unwrapLinks(tokens: ReadonlyArray<Token>, from: number): boolean {
  let isVisible = false;
  for (const token of tokens.slice(from)) {
    const isAnchor =
      token.tag === 'a' ||
      (token.type === 'html_inline' && anchorTags(token.content).length > 0);
    if (isAnchor || token.type === 'footnote_ref') {
      const { meta } = token;
      const name =
        meta && typeof meta === 'object' && 'label' in meta ? String(meta.label) : '';
      const content = token.type === 'footnote_ref' ? `[^${name}]` : '';
      Object.assign(token, { type: 'text', tag: '', nesting: 0, attrs: null, content });
    }
    isVisible ||=
      token.type === 'image' ||
      (/\S/.test(token.content) && !token.content.startsWith('<!--'));
  }
  return isVisible;
}
