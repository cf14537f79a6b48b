import type { Range } from 'remark-contact-links/core';

/** A tag that begins raw HTML which goes on to its end tag. */
const rawTag = /^<(script|pre|style|textarea)(?=[\s>]|$)/i;

/** Names of tags that begin raw HTML which goes on to a blank line. */
const blockNames =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';
const blockTag = new RegExp(`^</?(?:${blockNames})(?=[\\s/>]|$)`, 'i');

/** Any other tag alone on its line; it does not end a paragraph. */
const loneTag =
  /^<(?:[a-z][\w-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?|\/[a-z][\w-]*\s*)>\s*$/i;

/** The start and the end of other kinds of raw HTML. */
const otherHtml: ReadonlyArray<readonly [start: string, end: string]> = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
];

/** Marks of block quotes and of items of lists. */
const marker = /(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;

const fenceStart = /^(`{3,})[^`]*$|^(~{3,})/;

/** The start of a line that begins a block of its own after a paragraph: a heading, or a row. */
const ownBlock = /^(?:#{1,6}(?:[ \t]|$)|\|)/;

/** A line with an import or export, which begins JavaScript in MDX. */
const moduleLine = /^(?:import|export)(?=[\s{*'"])/;

/** First characters of lines that may be more than text. */
const special = new Set(['`', '~', '<', '#', '|', 'i', 'e']);

/** How many characters of a line are read to find out what it begins. */
const longestStart = 400;

/** The start of a line: marks of block quotes and lists, and white space. */
interface Line {
  /** The offset of its text. */
  text: number;
  /** How many marks of block quotes it has. */
  quotes: number;
  /** Whether an item of a list begins. */
  isItem: boolean;
  /** The width of the white space right before its text. */
  indent: number;
  /** The width of the white space before its first mark. */
  outerIndent: number;
}

/** Something that goes over lines and is not Markdown. */
type Literal =
  | { kind: 'fence'; mark: string; quotes: number; indent: number }
  | { kind: 'html'; end: string | RegExp | undefined }
  | { kind: 'module' };

/**
 * Find the runs of lines of a page that may hold text: paragraphs, headings, items, rows. Front
 * matter, code, raw HTML and, in MDX, JavaScript are left out. This is a scanner, not a parser:
 * it is right for Markdown as people write it, and takes a few milliseconds for a megabyte.
 *
 * @param text
 *   The page.
 * @param isMdx
 *   Whether it is MDX, which has no indented code and no raw HTML.
 */
export function findBlocks(text: string, isMdx: boolean): Array<Range> {
  const blocks: Array<Range> = [];
  let literal: Literal | undefined;
  let from = -1;
  let inList = false;
  let at = frontMatterEnd(text);

  while (at < text.length) {
    const end = lineEnd(text, at);
    readLine(at, end);
    at = end;
  }
  finish(text.length);
  return blocks;

  function finish(end: number): void {
    if (from >= 0) blocks.push({ start: from, end });
    from = -1;
  }

  function readLine(start: number, end: number): void {
    if (isBlank(text, start, end)) {
      if (literal?.kind === 'module' || (literal?.kind === 'html' && !literal.end)) {
        literal = undefined;
      }
      if (!literal) finish(start);
      return;
    }
    const line = startOfLine(text, start, end);
    if (literal && stays(literal, line, start, end)) return;
    const isFirst = from < 0;
    if (line.isItem) inList = true;
    else if (isFirst && line.outerIndent === 0 && line.quotes === 0) inList = false;
    // Most lines begin with a letter, and are no more than text.
    const mayBegin = special.has(text.charAt(line.text));
    const rest = mayBegin
      ? text.slice(line.text, Math.min(end, line.text + longestStart)).trimEnd()
      : '';
    literal = mayBegin ? begins(rest, line, isFirst) : undefined;
    if (literal) {
      finish(start);
      if (literal.kind === 'html' && endsHtml(literal.end, start, end)) {
        literal = undefined;
      }
      return;
    }
    if (isFirst && !isMdx && !inList && line.indent >= 4) return;
    if (line.isItem || ownBlock.test(rest)) finish(start);
    if (from < 0) from = start;
  }

  /** Whether a literal goes on in a line; its last line is still part of it. */
  function stays(open: Literal, line: Line, start: number, end: number): boolean {
    if (open.kind === 'html') {
      if (endsHtml(open.end, start, end)) literal = undefined;
      return true;
    }
    if (open.kind === 'module') return true;
    // Fenced code ends with the block quote or the item that it is in.
    if (line.quotes < open.quotes || (open.indent > 3 && line.outerIndent === 0)) {
      literal = undefined;
      return false;
    }
    const rest = text.slice(line.text, end).trim();
    if (rest.startsWith(open.mark) && isOnly(rest, open.mark.charAt(0))) {
      literal = undefined;
    }
    return true;
  }

  function begins(rest: string, line: Line, isFirst: boolean): Literal | undefined {
    const { indent, outerIndent, quotes } = line;
    const fence = indent < 4 || inList ? fenceStart.exec(rest) : null;
    if (fence) {
      const mark = fence[1] ?? fence[2] ?? '';
      return { kind: 'fence', mark, quotes, indent: line.isItem ? 4 : outerIndent };
    }
    if (isMdx) {
      return isFirst && outerIndent === 0 && quotes === 0 && moduleLine.test(rest)
        ? { kind: 'module' }
        : undefined;
    }
    if (!rest.startsWith('<')) return undefined;
    const raw = rawTag.exec(rest);
    if (raw) return { kind: 'html', end: new RegExp(`</${raw[1]}>`, 'i') };
    const other = otherHtml.find(([first]) => rest.startsWith(first));
    if (other) return { kind: 'html', end: other[1] };
    return blockTag.test(rest) || (isFirst && loneTag.test(rest))
      ? { kind: 'html', end: undefined }
      : undefined;
  }

  function endsHtml(
    mark: string | RegExp | undefined,
    start: number,
    end: number,
  ): boolean {
    if (mark === undefined) return false;
    const line = text.slice(start, end);
    return typeof mark === 'string' ? line.includes(mark) : mark.test(line);
  }
}

/** Find the end of the front matter of a page; `0` where there is none. */
function frontMatterEnd(text: string): number {
  const mark = text.slice(0, 3);
  if (mark !== '---' && mark !== '+++') return 0;
  let end = lineEnd(text, 0);
  if (text.slice(3, end).trim() !== '') return 0;
  while (end < text.length) {
    const start = end;
    end = lineEnd(text, start);
    if (text.startsWith(mark, start) && isBlank(text, start + 3, end)) return end;
  }
  return 0;
}

/** Find the end of the line at an offset, after its line ending. */
function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 32) return false;
  return true;
}

/** Whether a text holds nothing but one character. */
function isOnly(text: string, character: string): boolean {
  return text.replaceAll(character, '') === '';
}

function startOfLine(text: string, start: number, end: number): Line {
  let at = start;
  let quotes = 0;
  let isItem = false;
  let [indent, behind] = whiteSpace(text, at, end);
  const outerIndent = indent;
  at = behind;
  // Most lines begin with a letter, which no mark does.
  while (at < end && (indent < 4 || isItem || outerIndent >= 2)) {
    if (!/[>*+\d-]/.test(text.charAt(at))) break;
    marker.lastIndex = at;
    const [mark] = marker.exec(text) ?? [];
    if (mark === undefined) break;
    if (mark === '>') quotes++;
    else isItem = true;
    [indent, behind] = whiteSpace(text, at + mark.length, end);
    at = behind;
  }
  return { text: at, quotes, isItem, indent, outerIndent };
}

/** Measure the white space at an offset: its width, and where it ends. */
function whiteSpace(text: string, start: number, end: number): [number, number] {
  let width = 0;
  let at = start;
  for (; at < end; at++) {
    const character = text.charCodeAt(at);
    if (character === 32) width++;
    else if (character === 9) width += 4;
    else break;
  }
  return [width, at];
}
