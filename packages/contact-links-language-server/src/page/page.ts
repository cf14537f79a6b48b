import {
  type ContactLink,
  type Finding,
  type FoundShorthand,
  findShorthands,
  messageSource,
  type Range,
  ruleUrl,
  type Settings,
} from 'remark-contact-links/core';
import { findBlocks } from './blocks.js';
import { findEscaped } from './escaped.js';
import { findLiterals } from './literals.js';
import { firstBehind, isInside, shifted } from './ranges.js';

/** A shorthand of a page; its ranges are in the page. */
export interface Shorthand extends Omit<FoundShorthand, 'findings'> {
  /** What comes between `[[` and its bar or `]]`. */
  text: string;
  /** Whether it is in the row of a table. */
  inTable: boolean;
}

/** How much something matters. */
export type Level = 'error' | 'warning' | 'info';

/** Something that is wrong in a page, with its fixes. */
export interface Issue {
  /** The part that is wrong. */
  range: Range;
  /** The offset of the link that it is about. */
  start: number;
  ruleId: string;
  reason: string;
  source: string;
  url: string;
  level: Level;
  /** Whether it is about a service that has closed. */
  isRetired: boolean;
  /** Whether only the scanner looks for it. Default: the parser does, too. */
  isScanned?: boolean;
  /** Edits of the page, best first; each puts it right. */
  fixes: ReadonlyArray<Fix>;
}

/** A change of the page. */
export interface Fix {
  range: Range;
  text: string;
  /** Whether something else may be meant. Default: it is sure what was meant. */
  isGuess?: boolean;
}

/** The shorthands and the issues of a page. */
export interface Page {
  shorthands: ReadonlyArray<Shorthand>;
  issues: ReadonlyArray<Issue>;
}

/** A block, with what was found in it; ranges are in the block. */
interface Block {
  text: string;
  page: Page;
}

/** A block without this is not read; a formatter may write `\[\[`, so one bracket is enough. */
const bracket = '[';

/**
 * Reads a page again and again: blocks that have not changed are not read twice.
 */
export class PageReader {
  readonly #settings: Settings;
  readonly #isMdx: boolean;
  #blocks = new Map<string, Block>();
  /** The ranges of the blocks in the page that was read last. */
  #ranges: ReadonlyArray<Range> = [];

  constructor(settings: Settings, isMdx: boolean) {
    this.#settings = settings;
    this.#isMdx = isMdx;
  }

  /** Read a page. */
  read(text: string): Page {
    const blocks = new Map<string, Block>();
    const shorthands: Array<Shorthand> = [];
    const issues: Array<Issue> = [];
    let next = text.indexOf(bracket);
    this.#ranges = findBlocks(text, this.#isMdx);
    for (const { end, start } of this.#ranges) {
      if (next >= 0 && next < start) next = text.indexOf(bracket, start);
      if (next < 0) break;
      if (next >= end) continue;
      const source = text.slice(start, end);
      const known = blocks.get(source) ?? this.#blocks.get(source);
      const block = known ?? readBlock(copied(source), this.#isMdx, this.#settings);
      blocks.set(block.text, block);
      for (const each of block.page.shorthands) shorthands.push(moved(each, start));
      for (const each of block.page.issues) issues.push(movedIssue(each, start));
    }
    this.#blocks = blocks;
    return { shorthands, issues };
  }

  /**
   * Check whether a place is text, and not code, HTML or front matter.
   *
   * @param text
   *   The page that was read last.
   */
  isText(text: string, offset: number): boolean {
    // After its last character, the cursor is still in a block.
    const block = this.#ranges[firstBehind(this.#ranges, offset - 1)];
    if (!block || block.start > offset) return false;
    const source = text.slice(block.start, block.end);
    return !isInside(findLiterals(source, this.#isMdx), offset - block.start);
  }
}

/** Copy a text: in V8, a part of a text keeps the whole text in memory. */
function copied(text: string): string {
  return JSON.parse(JSON.stringify(text));
}

function readBlock(text: string, isMdx: boolean, settings: Settings): Block {
  const literals = findLiterals(text, isMdx);
  const masked = withoutLiterals(text, literals);
  const inTable = /^[ \t>]*\|/.test(text);
  const shorthands: Array<Shorthand> = [];
  const issues: Array<Issue> = [];
  for (const found of findShorthands(masked, settings)) {
    const shorthand = masked === text ? found : readAgain(found, text, settings);
    const { findings, ...rest } = shorthand;
    const head = text.slice(shorthand.head.start, shorthand.head.end);
    shorthands.push({ ...rest, text: head, inTable });
    const { start } = shorthand.range;
    for (const finding of findings) issues.push(...issuesOf(finding, start, settings));
    const retired = retirement(shorthand, settings);
    if (retired) issues.push(retired);
  }
  const misses = settings.findNearMisses?.(text) ?? [];
  const escaped = settings.findNearMisses ? findEscaped(text, settings) : [];
  for (const { finding, offset } of misses) {
    if (isInside(literals, offset)) continue;
    issues.push(...issuesOf(finding, offset, settings));
  }
  for (const { finding, offset } of escaped) {
    if (isInside(literals, offset)) continue;
    const found = issuesOf(finding, offset, settings);
    issues.push(
      ...found.map((issue): Issue => ({ ...issue, isScanned: true, level: 'info' })),
    );
  }
  return { text, page: { shorthands, issues } };
}

/** Write a block with other characters in place of the brackets that are not text. */
function withoutLiterals(text: string, literals: ReadonlyArray<Range>): string {
  let result = '';
  let at = 0;
  for (const { end, start } of literals) {
    const literal = text.slice(start, end);
    if (!literal.includes('[[')) continue;
    result += text.slice(at, start) + literal.replaceAll('[', '.');
    at = end;
  }
  return at === 0 ? text : result + text.slice(at);
}

/** Read a shorthand again from the text as it is, as its label may have code. */
function readAgain(
  found: FoundShorthand,
  text: string,
  settings: Settings,
): FoundShorthand {
  const { end, start } = found.range;
  const [again] = findShorthands(text.slice(start, end), settings);
  return again ? moved(again, start) : found;
}

function moved<Kind extends Pick<FoundShorthand, 'range' | 'head' | 'label'>>(
  shorthand: Kind,
  by: number,
): Kind {
  const { head, label, range } = shorthand;
  return {
    ...shorthand,
    range: shifted(range, by),
    head: shifted(head, by),
    label: label && shifted(label, by),
  };
}

/** Move an issue to another place in the page. */
export function movedIssue(issue: Issue, by: number): Issue {
  return {
    ...issue,
    range: shifted(issue.range, by),
    start: issue.start + by,
    fixes: issue.fixes.map((fix) => ({ ...fix, range: shifted(fix.range, by) })),
  };
}

/** Make issues of a finding; none where the settings turn it off. */
export function issuesOf(
  { kind, range, reason, ruleId, suggestions }: Finding,
  start: number,
  { invalid }: Settings,
): Array<Issue> {
  if (kind !== 'near-miss' && invalid === 'ignore') return [];
  const isError = kind === 'invalid' && invalid === 'error';
  return [
    {
      range: shifted(range, start),
      start,
      ruleId,
      reason,
      source: messageSource,
      url: ruleUrl(ruleId),
      level: isError ? 'error' : 'warning',
      isRetired: false,
      fixes: suggestions.map((edit) => ({
        range: shifted(edit.range, start),
        text: edit.text,
        isGuess: edit.isGuess ?? false,
      })),
    },
  ];
}

/** Make the issue of a link to a service that has closed. */
function retirement(
  { link, range }: Pick<FoundShorthand, 'range'> & { link: ContactLink | undefined },
  { retired, services }: Settings,
): Issue | undefined {
  const reason = link && services.get(link.service.name)?.retired;
  if (reason === undefined || retired === 'ignore') return undefined;
  return {
    range,
    start: range.start,
    ruleId: 'retired-service',
    reason,
    source: messageSource,
    url: ruleUrl('retired-service'),
    level: 'warning',
    isRetired: true,
    fixes: [],
  };
}
