import type { Token, TokenizerExtensionFunction, Tokens } from 'marked';
import type { ContactLink } from '../core/contact-link.js';
import { resolveHead } from '../core/resolve/resolve-head.js';
import type { Settings } from '../core/settings.js';
import { leftSquareBracket } from '../core/shorthand/characters.js';
import type { LabelEnd } from '../core/shorthand/find-label-end.js';
import { scanHead, withoutEnd } from '../core/shorthand/scan-head.js';
import { findLabelEnd, readLabel } from './label.js';
import type { Note, Notes } from './notes.js';
import { literal } from './render.js';
import { type OpenLexer, openLexer } from './types.js';

/**
 * Make the tokenizer of shorthands.
 *
 * @param notes
 *   Takes what is found, by its token.
 */
export function createTokenizer(
  settings: Settings,
  notes: Notes,
): TokenizerExtensionFunction {
  return function tokenize(src, tokens) {
    if (src.charCodeAt(0) !== leftSquareBracket) return undefined;
    if (src.charCodeAt(1) !== leftSquareBracket || startsImage(tokens))
      return undefined;
    const { end, step } = scanHead(src, 2, settings.names);
    const lexer = openLexer(this.lexer);
    if (step === 'foreign') {
      const find = settings.findNearMisses;
      if (!find || isReference(lexer, src.slice(1))) return undefined;
      // With one bracket more: right after a near miss, that would make it part of a link.
      const source = src.slice(0, untilNext(src, 2).length + 1);
      return asMarkdown(lexer, src, { kind: 'near-miss', source, find });
    }
    if (step === 'broken') {
      const code = end < src.length ? src.charCodeAt(end) : null;
      const unclosed = { source: src.slice(0, end), code };
      return asMarkdown(lexer, src, { kind: 'unclosed', unclosed });
    }
    const label = step === 'label' ? findLabelEnd(lexer, src, end) : undefined;
    if (label && !label.isClosed) {
      // After a bracket that ends nothing, the reason depends on what follows.
      const unclosed = { source: untilNext(src, label.end), label: end };
      return asMarkdown(lexer, src, { kind: 'unclosed', unclosed });
    }
    return toToken(lexer, src, end, label);
  };

  function toToken(
    lexer: OpenLexer,
    src: string,
    end: number,
    label: LabelEnd | undefined,
  ): Tokens.Generic {
    const source = src.slice(0, label ? label.end + 2 : end);
    const head = withoutEnd(src.slice(2, end));
    const result = resolveHead(head, settings);
    const token =
      result.kind === 'link'
        ? toLink(result, source, label && src.slice(end, label.end), lexer)
        : literal(source);
    addNote(lexer, token, { kind: 'shorthand', source, head, result });
    if (result.kind === 'link') notes.links.set(token, result);
    return token;
  }

  /** Read a bracket as Markdown does, as a link or as text, and add a note to it. */
  function asMarkdown(lexer: OpenLexer, src: string, note: Note): Tokens.Generic {
    const { tokenizer, tokens } = lexer;
    const found = tokenizer.link(src) ?? tokenizer.reflink(src, tokens.links);
    const token: Tokens.Generic =
      found && found.type !== 'text'
        ? found
        : { type: 'text', raw: '[', text: '[', escaped: false };
    addNote(lexer, token, note);
    return token;
  }

  function addNote(lexer: OpenLexer, token: Token, note: Note): void {
    notes.found.set(token, note);
    notes.documents.add(lexer.tokens);
  }
}

/** Whether brackets begin a link by its reference. */
function isReference({ tokenizer, tokens }: OpenLexer, src: string): boolean {
  return tokenizer.reflink(src, tokens.links)?.type === 'link';
}

function toLink(
  { label, url }: ContactLink,
  source: string,
  written: string | undefined,
  lexer: OpenLexer,
): Tokens.Generic {
  const tokens = written === undefined ? undefined : readLabel(lexer, written);
  return {
    type: 'link',
    raw: source,
    href: url,
    title: null,
    text: tokens ? written : label,
    tokens: tokens ?? [literal(label)],
  };
}

/** Get the text up to the next `[[`. */
function untilNext(text: string, from: number): string {
  const next = text.indexOf('[[', from);
  return next < 0 ? text : text.slice(0, next);
}

/** Whether a `!` comes before a bracket, and is not escaped. */
function startsImage(tokens: ReadonlyArray<Token>): boolean {
  const last = tokens.at(-1);
  return last?.type === 'text' && last.raw.endsWith('!');
}
