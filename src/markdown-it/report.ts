import { type Finding, findingsOf, type Written } from '../core/findings/finding.js';
import { type Message, reportMessages, toMessage } from '../core/findings/message.js';
import { nestedLink, wholeOf } from '../core/findings/problem.js';
import { createHostSettings } from '../core/hosts.js';
import { AnchorContents } from '../core/html/anchors.js';
import type { Settings } from '../core/settings.js';
import { unclosedFinding } from '../core/shorthand/unclosed.js';
import { linesBefore, pathOf } from './files.js';
import { fillLabel, makeText } from './label.js';
import { findIn, nearMissesIn, takeFrom } from './near-misses.js';
import type { Page, Pages } from './pages.js';
import { type BlockText, blockText, Lines, Row, unplacedText } from './places.js';
import { type LinkPlaces, redirectLinks } from './redirect-links.js';
import {
  type Found,
  ownText,
  type PlacedLink,
  resolve,
  type Shorthand,
} from './rule.js';
import type { MarkdownIt, StateCore, Token } from './types.js';

/** What the core rule works with. */
export interface Report {
  md: MarkdownIt;
  settings: Settings;
  /** What was found, by the tokens of its block. */
  foundIn: WeakMap<Array<Token>, Found>;
  pages: Pages;
  /** The places of links; nothing where the site redirects none. */
  places: LinkPlaces | undefined;
  /** The callback in the options. */
  onMessage: ((message: Message, path: string | undefined) => void) | null | undefined;
}

/** A finding, and its place in the text of its block. */
export interface InlineFinding extends Finding {
  /** Nothing where the place is not known. */
  offset: number | undefined;
}

interface Nested {
  tokens: Array<Token>;
  token: Token;
  placed: PlacedLink;
  found: Found;
}

/**
 * Make the core rule: it undoes links in HTML anchors, and reports what was found.
 *
 * @returns
 *   The rule. With `invalid: 'error'` it throws for the first error, with the message
 *   `file:line:column: reason`, where the host names the file.
 */
export function reportRule(report: Report): (state: StateCore) => void {
  const { foundIn, md, onMessage, pages, places, settings: ofSite } = report;
  const settingsFor = createHostSettings(ofSite);
  return (state) => {
    if (!pages.mayHave(state.src)) return;
    const settings = settingsFor(state.env);
    lookAround(state, report);
    const { container, page } = pages.of(state);
    const first = container?.map?.[0] ?? 0;
    let known: Lines | undefined;
    const lines = (): Lines => {
      known ??= new Lines(page.source);
      return known;
    };
    const messages: Array<Message> = [];
    // The cells of a table have no lines of their own.
    let row: Row | undefined;
    for (const block of state.tokens) {
      const { children, content, info, map, nesting, type } = block;
      if (type !== 'inline' || !children) {
        if (type === 'tr_open' && map) row = new Row(first + map[0], lines);
        if (type === 'tr_close') row = undefined;
        if (nesting === 1 && pages.mayHave(info)) pages.watch(block, page, md);
        continue;
      }
      if (!places && !foundIn.has(children)) {
        row?.pass(content);
        continue;
      }
      let text = unplacedText(content);
      if (row) text = row.cellText(content);
      else if (map) text = blockText(first + map[0], content, lines);
      const line = map ? { line: first + map[0] + 1 } : {};
      for (const { offset, ...finding } of inBlock(
        block,
        children,
        text,
        page,
        settings,
      )) {
        const place = offset === undefined ? line : text.placeOf(offset);
        const message = toMessage(finding, settings, place);
        if (message) messages.push(message);
      }
    }
    if (messages.length > 0) tell(messages, page, onMessage);
  };

  /** Finish the links of a block, and get what there is to report about them, in order. */
  function inBlock(
    block: Token,
    tokens: Array<Token>,
    text: BlockText,
    page: Page,
    settings: Settings,
  ): Array<InlineFinding> {
    const findings: Array<InlineFinding> = [];
    const found = foundIn.get(places?.listOf(block) ?? tokens);
    if (found) {
      for (const [token, { closing, link }] of found.links) {
        fillLabel(tokensBetween(tokens, token, closing), link.label);
      }
      findings.push(...findingsIn(found, text, page, settings));
    }
    if (places) {
      const isOurs = (token: Token): boolean => found?.links.has(token) ?? false;
      findings.push(
        ...redirectLinks(tokens, block.content, isOurs, text, places, md, settings),
      );
    }
    return findings.sort((left, right) => placeIn(left) - placeIn(right));
  }
}

/** Get what there is to report about the shorthands of a block. */
function findingsIn(
  { links, nearMisses, shorthands, unclosed }: Found,
  text: BlockText,
  { retirement }: Page,
  settings: Settings,
): Array<InlineFinding> {
  const findings: Array<InlineFinding> = [];
  const add = (offset: number, length: number, finding: Finding): void => {
    // A text in place of several lines would remove the marks of containers between them.
    const isWhole = text.isWhole(offset, offset + length);
    const suggestions = isWhole ? finding.suggestions : [];
    findings.push({ ...finding, suggestions, offset });
  };
  for (const shorthand of shorthands) {
    const { head, isNested, offset, result, source } = shorthand;
    if (result.kind === 'link' && result.advice.length === 0) continue;
    const written = writtenIn(text, shorthand);
    // Suggestions are made from what the document has.
    const asWritten =
      written.head === head ? result : resolve(written.head, isNested, settings);
    for (const finding of findingsOf(asWritten, written, settings)) {
      add(offset, source.length, finding);
    }
    if (shorthand.literal && text.isCell) shorthand.literal.content = written.source;
  }
  for (const { link, shorthand } of links.values()) {
    const { offset, source } = shorthand;
    const retired = retirement(link.service.name, source);
    if (!retired) continue;
    const actual = writtenIn(text, shorthand).source;
    add(offset, source.length, { ...retired, actual, range: wholeOf(actual) });
  }
  for (const nearMiss of nearMisses) {
    const { offset } = nearMiss;
    const { length } = nearMiss.finding.actual;
    // In a cell, the document has backslashes before bars, and so must the suggestion.
    const written = text.written(offset, offset + length);
    const [{ finding } = nearMiss] = text.isCell ? findIn(written, settings) : [];
    add(offset, length, finding);
  }
  for (const { label, offset, source, ...rest } of unclosed) {
    const finding = unclosedFinding(
      {
        ...rest,
        source: text.written(offset, offset + source.length),
        label: label && text.written(offset, offset + label).length,
      },
      text.isCell,
      settings,
    );
    // Its text is on one line.
    add(offset, 0, finding);
  }
  return findings;
}

/** Get the offset of a finding in its block; the start where it is not known. */
function placeIn({ offset = 0 }: InlineFinding): number {
  return offset;
}

/** Get a shorthand as the document has it. */
function writtenIn(text: BlockText, { head, offset, source }: Shorthand): Written {
  const start = offset + 2;
  return {
    head: text.written(start, start + head.length),
    source: text.written(offset, offset + source.length),
  };
}

function tell(
  messages: ReadonlyArray<Message>,
  { env, source }: Page,
  onMessage: Report['onMessage'],
): void {
  const environment = (env ?? {}) as { contactLinks?: Array<Message> };
  environment.contactLinks ??= [];
  const path = pathOf(env);
  const before = path === undefined ? 0 : linesBefore(path, source);
  reportMessages(
    messages.map(({ line, ...message }) => ({
      ...message,
      line: line && line + before,
    })),
    environment.contactLinks,
    (message) => onMessage?.(message, path),
    path,
  );
}

/**
 * Undo the links in HTML anchors, with a message, and in image descriptions; find the near
 * misses in text.
 */
function lookAround({ env, tokens: blocks }: StateCore, report: Report): void {
  // For each item that may be in an anchor, what to do if it is.
  const anchors = new AnchorContents<() => void>();
  for (const block of blocks) {
    if (block.type === 'html_block') anchors.html(block.content);
    if (block.type === 'inline') lookIn(block, anchors, env, report);
  }
  for (const undo of anchors.found) undo();
}

/** Undo links, and find near misses, in a block of text. */
function lookIn(
  block: Token,
  anchors: AnchorContents<() => void>,
  env: unknown,
  report: Report,
): void {
  const { children: tokens, content } = block;
  // Such a block has neither a tag nor a shorthand.
  if (!tokens || (!content.includes('<') && !content.includes('[['))) return;
  const { foundIn, places } = report;
  const found = foundIn.get(places?.listOf(block) ?? tokens);
  const nearMisses = found ? nearMissesIn(content, found, env, report) : [];
  let openLinks = 0;
  for (const token of tokens) {
    if (token.tag === 'a') openLinks += token.nesting;
    if (token.type === 'html_inline') anchors.html(token.content);
    if (token.type === 'image') undoInDescription(token, foundIn);
    if (!found) continue;
    const placed = found.links.get(token);
    if (placed) anchors.add(() => undoNested({ found, placed, token, tokens }));
    if (token.type !== 'text' || openLinks > 0) continue;
    for (const nearMiss of takeFrom(nearMisses, token.content)) {
      found.nearMisses.add(nearMiss);
      anchors.add(() => found.nearMisses.delete(nearMiss));
    }
  }
}

/** Turn a contact link back into its source, with a problem. */
function undoNested({ found, placed, token, tokens }: Nested): void {
  const { closing, shorthand } = placed;
  const { head, source } = shorthand;
  const result = nestedLink(head);
  Object.assign(shorthand, { isNested: true, result, literal: token });
  found.links.delete(token);
  for (const inside of tokensBetween(tokens, token, closing)) makeText(inside, '');
  makeText(closing, '');
  makeText(token, source);
}

/** Turn contact links in an image description into text: nobody expects a link there. */
function undoInDescription(image: Token, foundIn: WeakMap<Array<Token>, Found>): void {
  const tokens = image.children ?? [];
  for (const [token, { closing, shorthand }] of foundIn.get(tokens)?.links ?? []) {
    const { head, source } = shorthand;
    const isBare = source.length === head.length + 4;
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
