import type { Token, Tokens } from 'marked';
import { AnchorContents } from '../core/html/anchors.js';
import type { Settings } from '../core/settings.js';
import type { Note, Notes } from './notes.js';
import { literal } from './render.js';

/** What is around a token. */
interface Around {
  inImage: boolean;
  inLink: boolean;
  inTable: boolean;
}

/** A token with a note. */
export interface Noted {
  token: Token;
  note: Note;
  inImage: boolean;
  inTable: boolean;
  /** Whether it is in another link. */
  isNested: boolean;
}

/** Get the tokens directly inside a token, in the order of the document. */
export function childrenOf(token: Token): ReadonlyArray<Token> {
  const { header = [], items, rows = [], tokens, type } = token as Tokens.Generic;
  if (type === 'table') {
    const cells: Array<Tokens.TableCell> = [...header, ...rows.flat()];
    return cells.flatMap((cell) => cell.tokens);
  }
  return items ?? tokens ?? [];
}

/**
 * Find the tokens with a note, and redirect links that are not shorthands.
 *
 * @param tokens
 *   The document.
 * @returns
 *   The tokens with a note, in their order.
 */
export function findNoted(
  tokens: ReadonlyArray<Token>,
  notes: Notes,
  settings: Settings,
): Array<Noted> {
  const all: Array<Noted> = [];
  const anchors = new AnchorContents<Noted>();
  const around = { inImage: false, inLink: false, inTable: false };
  for (const token of tokens) visit(token, around);
  for (const noted of anchors.found) noted.isNested = true;
  return all;

  function visit(token: Token, { inImage, inLink, inTable }: Around): void {
    const { type } = token;
    if (type === 'html') anchors.html(token.raw);
    let note = notes.found.get(token);
    if (type === 'link' && !note) note = redirectLink(token as Tokens.Link);
    if (note) {
      const noted = { token, note, inImage, inTable, isNested: inLink };
      all.push(noted);
      anchors.add(noted);
    }
    const inside = {
      inImage: inImage || type === 'image',
      inLink: inLink || type === 'link',
      inTable: inTable || type === 'table',
    };
    for (const child of childrenOf(token)) visit(child, inside);
  }

  /** Redirect a link; returns a note where it should go elsewhere and cannot. */
  function redirectLink(token: Tokens.Link): Note | undefined {
    const result = settings.redirecting?.redirectUri(token.href, settings);
    if (!result) return undefined;
    if (result.kind === 'problem') return { kind: 'redirect', problem: result };
    // An autolink shows its URL.
    if (token.text === token.href) {
      const { label: text } = result;
      Object.assign(token, { autolink: false, text, tokens: [literal(text)] });
    }
    token.href = result.url;
    notes.links.set(token, result);
    return undefined;
  }
}
