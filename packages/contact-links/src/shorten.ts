import type { Point } from 'unist';
import type { FixableMessage } from './messages.js';

/** A part that is left out of a text. */
interface Cut {
  /** The last line of the short text that is before it, from 1. */
  line: number;
  /** How many lines and characters are left out up to here. */
  lines: number;
  characters: number;
}

/** A text without the parts that hold no link. */
export interface Shortened {
  text: string;
  /** The parts that were left out, in their order. */
  cuts: ReadonlyArray<Cut>;
}

/** Lines from the first to the one before the second. */
type Lines = [start: number, end: number];

/**
 * What keeps a part where it is: HTML, addresses, escapes, shorthands, code that may begin a
 * block, and comments that silence rules.
 */
const ofInterest = /[<@]|&[#\w]|\\[^\w\s]|\[\[|```|~~~|contact-links-/;

/** A line that may begin a definition. */
const definitionLine = /^[ \t>*+.)\d-]*\[/m;

/** A line that begins fenced code, and its fence. */
const fenceLine = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;

/** A line that begins raw HTML which goes on over blank lines. */
const htmlLine =
  /^ {0,3}<(?:(?:[Ss][Cc][Rr][Ii][Pp][Tt]|[Pp][Rr][Ee]|[Ss][Tt][Yy][Ll][Ee]|[Tt][Ee][Xx][Tt][Aa][Rr][Ee][Aa])(?=[ \t>]|$)|(!--|!\[CDATA\[|![A-Za-z]|\?))/;

/** Patterns of the end of such HTML, by its start; elements end with a tag. */
const htmlEnds: ReadonlyArray<readonly [start: string, end: RegExp]> = [
  ['!--', /-->/],
  ['![', /\]\]>/],
  ['!', />/],
  ['?', /\?>/],
  ['', /<\/(?:script|pre|style|textarea)>/i],
];

/** A line at the margin that begins an item of a list, and is not a thematic break. */
const itemLine = /^(?!(?:[-*][ \t]*){3,}$)(?:[-*+]|\d{1,9}[.)]) {1,4}(?=\S)/;

/**
 * Leave parts out of Markdown that hold no contact link, so that there is less to parse. A part
 * begins at the margin after a blank line, where no paragraph and no quote goes on, and ends where
 * another one begins, so that what is left is the same blocks; lists may become one. Where it is
 * not certain what a line begins, the rest of the text stays.
 *
 * @param text
 *   Markdown without MDX, and without plugins that have blocks of their own.
 * @param mayHaveLinks
 *   Whether a part may hold links.
 */
export function shorten(
  text: string,
  mayHaveLinks: (part: string) => boolean,
): Shortened {
  // A text with carriage returns for line endings is left as it is.
  if (/\r(?!\n)/.test(text)) return { text, cuts: [] };
  const lines = text.split('\n');
  const kept: Array<string> = [];
  const cuts: Array<Cut> = [];
  let at = 0;
  let characters = 0;
  for (const [start, end] of findIdle(lines, mayHaveLinks)) {
    for (; at < start; at++) kept.push(lines[at] ?? '');
    // So that what comes next is not taken for front matter.
    if (start === 0) {
      kept.push('');
      characters--;
    }
    for (; at < end; at++) characters += (lines[at]?.length ?? 0) + 1;
    cuts.push({ line: kept.length, lines: at - kept.length, characters });
  }
  for (; at < lines.length; at++) kept.push(lines[at] ?? '');
  return { text: kept.join('\n'), cuts };
}

/** Move a message on the short text to its place in the whole one. */
export function restore(message: FixableMessage, { cuts }: Shortened): void {
  const { fix, place } = message;
  if (!place || cuts.length === 0) return;
  const start = 'start' in place ? place.start : place;
  const { characters = 0, lines = 0 } = cutBefore(start.line, cuts) ?? {};
  const moved = (point: Point): Point => {
    const by = cutBefore(point.line, cuts);
    const line = point.line + (by?.lines ?? 0);
    return point.offset === undefined
      ? { ...point, line }
      : { ...point, line, offset: point.offset + (by?.characters ?? 0) };
  };
  message.place =
    'start' in place
      ? { start: moved(place.start), end: moved(place.end) }
      : moved(place);
  message.line = start.line + lines;
  if (fix) {
    fix.start += characters;
    fix.end += characters;
  }
}

/** Get the last cut before a line. */
function cutBefore(line: number, cuts: ReadonlyArray<Cut>): Cut | undefined {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return cuts[low - 1];
}

/** Find the parts that hold no link. */
function findIdle(
  lines: ReadonlyArray<string>,
  mayHaveLinks: (part: string) => boolean,
): Array<Lines> {
  const idle: Array<Lines> = [];
  let at = frontMatterEnd(lines);
  while (at < lines.length) {
    const end = partEnd(lines, at);
    const part = lines.slice(at, end).join('\n');
    if (ofInterest.test(part) || (part.includes(']:') && definitionLine.test(part))) {
      const literal = findLiteral(lines, at, end);
      if (literal === 'uncertain') break;
      if (literal?.code) idle.push(literal.code);
      at = literal?.end ?? end;
    } else {
      if (!mayHaveLinks(part)) idle.push([at, end]);
      at = end;
    }
  }
  return idle;
}

/** Find where a part ends: before a line at the margin that comes after a blank one. */
function partEnd(lines: ReadonlyArray<string>, start: number): number {
  let end = start + 1;
  while (
    end < lines.length &&
    !(isBlank(lines[end - 1]) && /^[^ \t\r]/.test(lines[end] ?? ''))
  ) {
    end++;
  }
  return end;
}

/**
 * Find code or HTML in a part that may go on after it; it is not in a list.
 *
 * @returns
 *   Where the code or HTML ends, and which of its lines are code; nothing where there is none.
 */
function findLiteral(
  lines: ReadonlyArray<string>,
  start: number,
  end: number,
): { end: number; code?: Lines } | 'uncertain' | undefined {
  let isAfterTag = false;
  let isAfterBlank = true;
  // The indentation of the content of an item at the margin; 0 where there is no item.
  let content = 0;
  for (let at = start; at < end; at++) {
    const line = withoutReturn(lines[at]);
    if (isBlank(line)) {
      isAfterTag = false;
      isAfterBlank = true;
      continue;
    }
    const [{ length: indent } = ''] = /^ */.exec(line) ?? [];
    if (indent === 0) content = contentOf(line, isAfterBlank);
    else if (indent < content) content = 0;
    isAfterBlank = false;
    const literal = literalOf(line);
    if (!literal) {
      isAfterTag ||= line[indent] === '<';
      continue;
    }
    // Raw HTML that ends with a blank line may hold what looks like code.
    if (isAfterTag || literal === 'uncertain') return 'uncertain';
    if (literal.ends === undefined) continue;
    if (indent > 0) {
      if (content === 0) return 'uncertain';
      continue;
    }
    const close = findLine(lines, at + 1, literal.ends);
    return literal.isCode && close > at + 1
      ? { end: close + 1, code: [at + 1, close] }
      : { end: close + 1 };
  }
  return undefined;
}

/** Get the indentation of the content of an item at the margin; 0 where a line begins none. */
function contentOf(line: string, isAfterBlank: boolean): number {
  const [mark = ''] = itemLine.exec(line) ?? [];
  // In a paragraph, no number begins a list but 1.
  return isAfterBlank || !/^\d/.test(mark) ? mark.length : 0;
}

/**
 * Find out what ends the code or the HTML that a line begins.
 *
 * @returns
 *   Nothing where the line begins neither; a pattern of the last line, unless that is this one.
 */
function literalOf(
  line: string,
): { isCode: boolean; ends?: RegExp } | 'uncertain' | undefined {
  const [fenced, backticks, fence = backticks ?? ''] = fenceLine.exec(line) ?? [];
  if (fenced !== undefined) {
    const ends = new RegExp(`^ {0,3}${fence}${fence.charAt(0)}*[ \\t]*$`);
    return { isCode: true, ends };
  }
  const [raw, kind = ''] = htmlLine.exec(line) ?? [];
  if (raw === undefined) return undefined;
  const [, ends = /$/] = htmlEnds.find(([each]) => kind.startsWith(each)) ?? [];
  if (ends.test(line.slice(raw.length))) return { isCode: false };
  // As in `<!-->`.
  return ends.test(line) ? 'uncertain' : { isCode: false, ends };
}

/** Find the first line that a pattern matches; the number of lines where there is none. */
function findLine(
  lines: ReadonlyArray<string>,
  start: number,
  pattern: RegExp,
): number {
  let at = start;
  while (at < lines.length && !pattern.test(withoutReturn(lines[at]))) at++;
  return at;
}

/** Find the line after the front matter; the first line where there is none. */
function frontMatterEnd(lines: ReadonlyArray<string>): number {
  const [, mark] = /^(---|\+\+\+)[ \t]*$/.exec(withoutReturn(lines[0])) ?? [];
  if (mark === undefined) return 0;
  const found = lines.findIndex(
    (line, index) => index > 0 && line.startsWith(mark) && line.trimEnd() === mark,
  );
  return found + 1;
}

function isBlank(line = ''): boolean {
  return !/[^ \t\r]/.test(line);
}

function withoutReturn(line = ''): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
