import { linkFinding } from '../core/findings/finding.js';
import type { Settings } from '../core/settings.js';
import { makeText } from './label.js';
import type { BlockText } from './places.js';
import type { InlineFinding } from './report.js';
import { ownText } from './rule.js';
import type { MarkdownIt, StateCore, StateInline, Token } from './types.js';

/** Where a link is in the text of its block. */
export interface LinkPlace {
  start: number;
  end: number;
}

/** Notes where links are, which markdown-it does not keep. */
export class LinkPlaces {
  /** Where links may be, by the tokens of a block and the index of their first token. */
  readonly #candidates = new WeakMap<Array<Token>, Map<number, LinkPlace>>();
  readonly #places = new WeakMap<Token, LinkPlace>();

  /** The tokens of blocks as the inline rules left them: linkify makes new lists. */
  readonly #children = new WeakMap<Token, Array<Token>>();

  /** Inline rule: note where a link may be, and leave it to the other rules. */
  readonly note = (state: StateInline, silent: boolean): false => {
    const { pending, pos: start, src, tokens } = state;
    if (silent || !/[<[]/.test(src.charAt(start))) return false;
    const level = state.level;
    state.md.inline.skipToken(state);
    const end = state.pos;
    state.pos = start;
    state.level = level;
    if (end === start + 1) return false;
    const known = this.#candidates.get(tokens) ?? new Map<number, LinkPlace>();
    this.#candidates.set(tokens, known);
    // Pending text becomes a token of its own before the link.
    known.set(tokens.length + (pending === '' ? 0 : 1), { start, end });
    return false;
  };

  /** Second inline rule: keep the places by token, while the tokens have their indexes. */
  readonly keep = ({ tokens }: StateInline): false => {
    const candidates = this.#candidates.get(tokens);
    for (const [index, token] of candidates ? tokens.entries() : []) {
      const place = candidates?.get(index);
      if (place && token.type === 'link_open') this.#places.set(token, place);
    }
    return false;
  };

  /** Core rule: remember the lists that the inline rules have made. */
  readonly remember = ({ tokens }: StateCore): void => {
    for (const block of tokens) {
      if (block.children) this.#children.set(block, block.children);
    }
  };

  /** Get the tokens that the inline rules made of a block; nothing for a block made since. */
  listOf(block: Token): Array<Token> | undefined {
    return this.#children.get(block);
  }

  /** Get the place of a link by its first token. */
  of(token: Token): LinkPlace | undefined {
    return this.#places.get(token);
  }
}

/**
 * Redirect the links of a block that are not shorthands.
 *
 * @param tokens
 *   The tokens of the block.
 * @param content
 *   The text of the block.
 * @param isOurs
 *   Whether a link comes from a shorthand.
 * @returns
 *   A finding for each link that should go elsewhere and cannot.
 */
export function redirectLinks(
  tokens: ReadonlyArray<Token>,
  content: string,
  isOurs: (token: Token) => boolean,
  text: BlockText,
  places: LinkPlaces,
  md: MarkdownIt,
  settings: Settings,
): Array<InlineFinding> {
  const findings: Array<InlineFinding> = [];
  for (const [index, token] of tokens.entries()) {
    const href = hrefOf(token);
    if (href === undefined || isOurs(token)) continue;
    const result = settings.redirecting?.redirectUri(href, settings);
    if (result?.kind === 'problem') {
      // There is always a token after it.
      const { content: label } = tokens[index + 1] as Token;
      const place = places.of(token) ?? placeOf(label, content);
      const written = place ? text.written(place.start, place.end) : label;
      findings.push({ ...linkFinding(result, written), offset: place?.start });
    } else if (result) {
      const own = Object.fromEntries(token.attrs as [string, string | number][]);
      // The link gets the attributes that it lacks, after its own.
      const all = { ...own, ...result.attributes, ...own, href: result.url };
      token.attrs = Object.entries(all);
      const label = tokens[index + 1] as Token;
      const isAlone = tokens[index + 2]?.type === 'link_close';
      // An autolink shows its URL.
      if (isAlone && md.normalizeLink(label.content) === href) {
        makeText(label, result.label);
        Object.assign(label, { type: 'text_special', info: ownText });
      }
    }
  }
  return findings;
}

/** Find the place of a text that linkify has made a link; known if it is there once. */
function placeOf(label: string, content: string): LinkPlace | undefined {
  const start = content.indexOf(label);
  const isOnly = start >= 0 && !content.includes(label, start + 1);
  return isOnly ? { start, end: start + label.length } : undefined;
}

/** Get the URL of a token that begins a link. */
function hrefOf({ attrs, type }: Token): string | undefined {
  if (type !== 'link_open') return undefined;
  return attrs?.find(([name]) => name === 'href')?.[1] as string | undefined;
}
