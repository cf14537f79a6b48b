import { findingOf } from '../core/findings/finding.js';
import {
  createRetirements,
  type Message,
  reportMessages,
  toMessage,
} from '../core/findings/message.js';
import { nestedLink } from '../core/findings/problem.js';
import { AnchorContents } from '../core/html/anchors.js';
import type { Settings } from '../core/settings.js';
import { unclosedFinding } from '../core/shorthand/unclosed.js';
import { fillLabel, makeText } from './label.js';
import { createCells, createPlaces } from './places.js';
import { type Found, ownText, type PlacedLink } from './rule.js';
import type { StateCore, Token } from './types.js';
import { keepInSameTab } from './vitepress.js';

interface Nested {
  tokens: Array<Token>;
  token: Token;
  placed: PlacedLink;
  found: Found;
}

/**
 * Make the core rule: it undoes links in HTML anchors, and tells what was found.
 *
 * @throws {Error}
 *   For the first error, as `file:line:column: reason`; the file is that of `env.path`.
 */
export function reportRule(
  settings: Settings,
  foundIn: WeakMap<Array<Token>, Found>,
  onMessage: ((message: Message) => void) | null | undefined,
): (state: StateCore) => void {
  return (state) => {
    undoNestedLinks(state.tokens, foundIn, settings);
    const lines = state.src.split(/\r\n|[\r\n]/);
    const retirement = createRetirements(settings);
    const messages: Array<Message> = [];
    // The cells of a table have no lines of their own.
    let cells: ReturnType<typeof createCells> | undefined;
    for (const block of state.tokens) {
      const { content, map, type } = block;
      if (type === 'tr_open' && map) cells = createCells(map[0], lines);
      if (type === 'tr_close') cells = undefined;
      const placeInCell = type === 'inline' ? cells?.(content) : undefined;
      const found = block.children && foundIn.get(block.children);
      if (!found) continue;
      for (const [token, { closing, link, offset, source }] of found.links) {
        fillLabel(tokensBetween(block.children ?? [], token, closing), link.label);
        keepInSameTab(token, link.url, state.env);
        const retired = retirement(link.service.name, source);
        if (retired) found.findings.push({ ...retired, offset });
      }
      for (const { offset, ...unclosed } of found.unclosed) {
        const finding = unclosedFinding(unclosed, cells !== undefined, settings);
        found.findings.push({ ...finding, offset });
      }
      found.findings.sort((left, right) => left.offset - right.offset);
      const placeOf = placeInCell ?? (map && createPlaces(map[0], content, lines));
      for (const finding of found.findings) {
        const message = toMessage(finding, settings, placeOf?.(finding.offset) ?? {});
        if (message) messages.push(message);
      }
    }
    if (messages.length > 0) tell(messages, state.env, onMessage);
  };
}

function tell(
  messages: ReadonlyArray<Message>,
  env: unknown,
  onMessage: ((message: Message) => void) | null | undefined,
): void {
  const environment = (env ?? {}) as { contactLinks?: Array<Message>; path?: unknown };
  environment.contactLinks ??= [];
  const path = typeof environment.path === 'string' ? environment.path : undefined;
  reportMessages(messages, environment.contactLinks, onMessage, path);
}

/** Take back the links in HTML anchors, with a message, and in image descriptions. */
function undoNestedLinks(
  blocks: ReadonlyArray<Token>,
  foundIn: WeakMap<Array<Token>, Found>,
  settings: Settings,
): void {
  const anchors = new AnchorContents<Nested>();
  for (const block of blocks) {
    if (block.type === 'html_block') anchors.html(block.content);
    const found = block.children && foundIn.get(block.children);
    const tokens = block.children ?? [];
    for (const token of tokens) {
      if (token.type === 'html_inline') anchors.html(token.content);
      if (token.type === 'image') undoInDescription(token, foundIn);
      const placed = found?.links.get(token);
      if (found && placed) anchors.add({ tokens, token, placed, found });
    }
  }
  for (const { found, placed, token, tokens } of anchors.found) {
    const { closing, head, offset } = placed;
    const finding = findingOf(nestedLink(head), 'invalid', placed, settings);
    found.findings.push({ ...finding, offset });
    found.links.delete(token);
    for (const inside of tokensBetween(tokens, token, closing)) makeText(inside, '');
    makeText(closing, '');
    makeText(token, placed.source);
  }
}

/** An image description is the text of what is in it; nobody expects a link there. */
function undoInDescription(image: Token, foundIn: WeakMap<Array<Token>, Found>): void {
  const tokens = image.children ?? [];
  for (const [token, placed] of foundIn.get(tokens)?.links ?? []) {
    const { closing, head, source } = placed;
    const isBare = source.length === head.length + 4;
    for (const inside of tokensBetween(tokens, token, closing)) {
      if (inside.info === ownText) makeText(inside, '');
    }
    makeText(token, isBare ? source : source.slice(0, 2 + head.length) + '|');
    makeText(closing, isBare ? '' : ']]');
  }
  for (const token of tokens) {
    if (token.info === ownText) makeText(token, token.content);
    if (token.type === 'image') undoInDescription(token, foundIn);
  }
}

function tokensBetween(
  tokens: ReadonlyArray<Token>,
  opening: Token,
  closing: Token,
): Array<Token> {
  return tokens.slice(tokens.indexOf(opening) + 1, tokens.indexOf(closing));
}
