import { findShorthands, type Range, type Settings } from 'remark-contact-links/core';
import type { ParsedPage, Rewrite } from '../host.js';
import {
  type Issue,
  movedIssue,
  type Page,
  PageReader,
  type Shorthand,
} from './page.js';

/** Where a text has changed: the part from `start` to `end` is longer by `by` characters. */
interface Change extends Range {
  by: number;
}

/** Something that the scanner has found and the parser has not. */
interface Dismissed {
  start: number;
  /** The issue that was found. Default: a link was found. */
  said?: Pick<Issue, 'ruleId' | 'reason'>;
}

/**
 * An open page: what the scanner finds at once, corrected by what the parser finds later. A result
 * of the parser moves along with its text until that text changes, so that nothing flickers while
 * somebody types elsewhere.
 */
export class OpenPage {
  readonly #settings: Settings;
  readonly #reader: PageReader;
  #text: string;
  #scanned: Page;
  #corrected: Page | undefined;
  #dismissed: ReadonlyArray<Dismissed> = [];
  #issues: ReadonlyArray<Issue> = [];
  #shorthands: ReadonlyArray<Shorthand> = [];
  #rewrites: ReadonlyArray<Rewrite> = [];

  constructor(text: string, isMdx: boolean, settings: Settings) {
    this.#settings = settings;
    this.#reader = new PageReader(settings, isMdx);
    this.#text = text;
    this.#scanned = this.#reader.read(text);
  }

  /** The page, as far as it is known. */
  get page(): Page {
    this.#corrected ??= this.#correct();
    return this.#corrected;
  }

  /** Links that could be shorthands, as far as the parser has read the page. */
  get rewrites(): ReadonlyArray<Rewrite> {
    return this.#rewrites;
  }

  /** Whether a place is text, and not code, HTML or front matter. */
  isText(offset: number): boolean {
    return this.#reader.isText(this.#text, offset);
  }

  /** Take the text as it is now. */
  update(text: string): void {
    if (text === this.#text) return;
    const change = changeOf(this.#text, text);
    this.#text = text;
    this.#scanned = this.#reader.read(text);
    this.#corrected = undefined;
    this.#dismissed = this.#dismissed.flatMap((each) => {
      const by = shiftOf({ start: each.start, end: each.start }, change);
      return by === undefined ? [] : [{ ...each, start: each.start + by }];
    });
    this.#issues = this.#issues.flatMap((issue) => {
      const by = shiftOf(wholeOf(issue), change);
      return by === undefined ? [] : [movedIssue(issue, by)];
    });
    this.#shorthands = this.#shorthands.flatMap((shorthand) =>
      shiftOf(shorthand.range, change) === undefined
        ? []
        : this.#readAt(
            shorthand.range.start + Number(shiftOf(shorthand.range, change)),
          ),
    );
    this.#rewrites = this.#rewrites.flatMap(({ range, text }) => {
      const by = shiftOf(range, change);
      return by === undefined
        ? []
        : [{ range: { start: range.start + by, end: range.end + by }, text }];
    });
  }

  /**
   * Take the result of the parser.
   *
   * @param text
   *   The text that it has read; the result counts only if the page still has this text.
   * @returns
   *   Whether the result counts.
   */
  parsed(text: string, { links, messages, rewrites }: ParsedPage): boolean {
    if (text !== this.#text) return false;
    const scanned = this.#scanned;
    const isLink = new Set(links);
    const said = new Set(messages.map((each) => keyOf(each.range.start, each)));
    const isWrong = new Set(messages.map(({ range }) => range.start));
    const known = new Set(scanned.issues.map((each) => keyOf(each.start, each)));
    const found = new Set(scanned.shorthands.map(({ range }) => range.start));
    this.#dismissed = [
      ...scanned.shorthands.flatMap(({ link, range: { start } }) =>
        isLink.has(start) || (!link && isWrong.has(start)) ? [] : [{ start }],
      ),
      ...scanned.issues.flatMap((issue) => {
        const { isScanned, start } = issue;
        const stays = isScanned || said.has(keyOf(start, issue));
        return stays ? [] : [{ start, said: issue }];
      }),
    ];
    this.#issues = messages.flatMap((message) => {
      const { start } = message.range;
      if (known.has(keyOf(start, message))) return [];
      const { line: _, ...said } = message;
      return [{ ...said, start, isRetired: message.ruleId === 'retired-service' }];
    });
    this.#shorthands = links.flatMap((start) =>
      found.has(start) ? [] : this.#readAt(start),
    );
    this.#rewrites = rewrites;
    this.#corrected = undefined;
    return true;
  }

  /** Read the shorthand at a place where the scanner has found none. */
  #readAt(start: number): Array<Shorthand> {
    const [found] = findShorthands(
      this.#text.slice(start, start + 4000),
      this.#settings,
    );
    if (found?.range.start !== 0) return [];
    const at = ({ end, start: from }: Range) => ({
      start: from + start,
      end: end + start,
    });
    const { head, label, link, range } = found;
    const text = this.#text.slice(at(head).start, at(head).end);
    return [
      {
        range: at(range),
        head: at(head),
        label: label && at(label),
        link,
        text,
        inTable: false,
      },
    ];
  }

  #correct(): Page {
    const { issues, shorthands } = this.#scanned;
    if (
      this.#dismissed.length === 0 &&
      this.#issues.length === 0 &&
      this.#shorthands.length === 0
    ) {
      return this.#scanned;
    }
    const dismissed = new Set(
      this.#dismissed.map(({ said, start }) => keyOf(start, said)),
    );
    return {
      shorthands: [
        ...shorthands.filter(({ range }) => !dismissed.has(keyOf(range.start))),
        ...this.#shorthands,
      ].sort((left, right) => left.range.start - right.range.start),
      issues: [
        ...issues.filter((issue) => !dismissed.has(keyOf(issue.start, issue))),
        ...this.#issues,
      ].sort((left, right) => left.range.start - right.range.start),
    };
  }
}

function keyOf(start: number, said?: Pick<Issue, 'ruleId' | 'reason'>): string {
  return said ? `${start} ${said.ruleId} ${said.reason}` : String(start);
}

/** Get the whole range that an issue is about. */
function wholeOf({ range, start }: Issue): Range {
  return { start: Math.min(start, range.start), end: range.end };
}

/** Get how far a place moves with a change; nothing where the change is in it or touches it. */
function shiftOf(place: Range, { by, end, start }: Change): number | undefined {
  if (place.end < start) return 0;
  return place.start > end ? by : undefined;
}

/** Find where two texts differ. */
function changeOf(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start))
    start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) ===
      after.charCodeAt(after.length - 1 - same)
  ) {
    same++;
  }
  return { start, end: before.length - same, by: after.length - before.length };
}
