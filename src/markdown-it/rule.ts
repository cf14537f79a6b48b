import type { ContactLink } from '../core/contact-link.js';
import type { NearMiss } from '../core/findings/near-misses.js';
import { nestedLink, type Problem } from '../core/findings/problem.js';
import { createHostSettings } from '../core/hosts.js';
import { resolveHead } from '../core/resolve/resolve-head.js';
import type { Settings } from '../core/settings.js';
import { leftSquareBracket } from '../core/shorthand/characters.js';
import { isEscaped } from '../core/shorthand/escapes.js';
import { scanHead, withoutEnd } from '../core/shorthand/scan-head.js';
import type { Unclosed } from '../core/shorthand/unclosed.js';
import { cleanLabel, findLabelEnd, notesIn, pushNotes } from './label.js';
import type { StateInline, Token } from './types.js';

/** What was found in the text of one block, kept under the list of its tokens. */
export interface Found {
  shorthands: Array<Shorthand>;
  /** Shorthands that are not closed; the reason depends on the block around them. */
  unclosed: Array<Unclosed & { offset: number }>;
  /** Offsets of brackets that begin no shorthand and are in no link. */
  brackets: Set<number>;
  nearMisses: Set<NearMiss>;
  /** The shorthands that are links, by their opening token. */
  links: Map<Token, PlacedLink>;
  /** How many tokens have been searched for the starts and ends of links. */
  seen: number;
  /** How many links are open after these tokens. */
  openLinks: number;
}

/** A shorthand that is closed. */
export interface Shorthand {
  source: string;
  /** Its offset in the text of its block. */
  offset: number;
  head: string;
  /** Whether it is in the text of another link. */
  isNested: boolean;
  result: ContactLink | Problem;
  /** The token that shows its source, where it is not a link. */
  literal?: Token;
}

/** A shorthand that is a link. */
export interface PlacedLink {
  shorthand: Shorthand;
  link: ContactLink;
  /** The token that closes the link. */
  closing: Token;
}

/**
 * Make the inline rule.
 *
 * @param settings
 *   Options of the plugin, resolved.
 * @param foundIn
 *   Gives what was found in a text, by the list of its tokens.
 */
export function contactLinkRule(
  settings: Settings,
  foundIn: (tokens: Array<Token>) => Found,
): (state: StateInline, silent: boolean) => boolean {
  const settingsFor = createHostSettings(settings);
  return (state, silent) => {
    // markdown-it asks at every place where something other than text may begin.
    if (state.src.charCodeAt(state.pos) !== leftSquareBracket || silent) return false;
    const { pos: offset, posMax, src } = state;
    if (src.charCodeAt(offset + 1) !== leftSquareBracket) return false;
    if (startsImage(src, offset)) return false;
    const text = src.slice(0, posMax);
    const { end, step } = scanHead(text, offset + 2, settings.names);
    if (step === 'foreign' && !settings.findNearMisses) return false;
    const found = foundIn(state.tokens);
    if (step === 'foreign') {
      if (!isInLink(state, found)) found.brackets.add(offset);
      return false;
    }
    if (step === 'broken') {
      const code = end < posMax ? src.charCodeAt(end) : null;
      found.unclosed.push({ source: text.slice(offset, end), code, offset });
      return false;
    }
    const labelEnd = step === 'label' ? findLabelEnd(state, end) : undefined;
    if (labelEnd && !labelEnd.isClosed) {
      // After a bracket that ends nothing, the reason depends on what follows.
      const next = text.indexOf('[[', labelEnd.end);
      const source = text.slice(offset, next < 0 ? posMax : next);
      found.unclosed.push({ source, label: end - offset, offset });
      return false;
    }
    const stop = labelEnd ? labelEnd.end + 2 : end;
    const source = text.slice(offset, stop);
    const head = withoutEnd(text.slice(offset + 2, end));
    const isNested = isInLink(state, found);
    const result = resolve(head, isNested, settingsFor(state.env));
    const shorthand: Shorthand = { source, offset, head, isNested, result };
    found.shorthands.push(shorthand);
    if (result.kind === 'link') {
      const [opening, closing] = pushLink(state, result, end, labelEnd?.end ?? end);
      found.links.set(opening, { shorthand, link: result, closing });
    } else {
      shorthand.literal = pushText(state, source);
      if (labelEnd) pushNotes(state, notesIn(text.slice(end, labelEnd.end), state));
    }
    state.pos = stop;
    return true;
  };
}

/** Resolve a head in its place. */
export function resolve(
  head: string,
  isNested: boolean,
  settings: Settings,
): ContactLink | Problem {
  return isNested ? nestedLink(head) : resolveHead(head, settings);
}

/** The `info` of texts of this plugin; those of markdown-it say `escape` and `entity`. */
export const ownText = 'contact_link';

/** Add text that no rule of the typographer changes. */
function pushText(state: StateInline, content: string): Token {
  return Object.assign(state.push('text_special', '', 0), { content, info: ownText });
}

function pushLink(
  state: StateInline,
  link: ContactLink,
  from: number,
  to: number,
): [opening: Token, closing: Token] {
  const { pos, posMax, tokens } = state;
  const opening = state.push('link_open', 'a', 1);
  opening.attrs = [['href', link.url], ...Object.entries(link.attributes)];
  opening.meta = { contact: link.contact };
  const first = tokens.length;
  state.pos = from;
  state.posMax = to;
  // So that the rules for links, and linkify, know that they are in a link.
  const { linkLevel = 0 } = state;
  state.linkLevel = linkLevel + 1;
  state.md.inline.tokenize(state);
  state.linkLevel = linkLevel;
  state.pos = pos;
  state.posMax = posMax;
  const notes = cleanLabel(tokens.slice(first));
  // This token gets the default label where there is no other.
  pushText(state, '');
  const closing = state.push('link_close', 'a', -1);
  pushNotes(state, notes);
  return [opening, closing];
}

/**
 * Whether a link is open. `state.linkLevel` cannot say so: a stray `</a>` lowers it, and an
 * `<a>` that is never closed raises it.
 */
function isInLink(state: StateInline, found: Found): boolean {
  for (; found.seen < state.tokens.length; found.seen++) {
    const token = state.tokens[found.seen];
    if (token?.tag === 'a') found.openLinks += token.nesting;
  }
  return found.openLinks > 0;
}

/** Whether a `!` that is not escaped is before a bracket. */
function startsImage(source: string, bracket: number): boolean {
  return source[bracket - 1] === '!' && !isEscaped(source, bracket - 1);
}
