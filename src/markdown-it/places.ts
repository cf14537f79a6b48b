import { firstFrom } from '../core/in-order.js';
import { escapeBars } from '../core/shorthand/escapes.js';

/** Line and column, from 1, as far as they are known. */
export interface Place {
  line?: number;
  column?: number;
}

/** The text of a block as markdown-it has it, and how it relates to the document. */
export interface BlockText {
  /** Whether the block is the cell of a table. */
  isCell: boolean;
  /** Gives the place of an offset in the text. */
  placeOf: (offset: number) => Place;
  /** Gives a part as the document writes it, but without the marks of containers in it. */
  written: (start: number, end: number) => string;
  /** Whether the document has a part without marks of containers in it. */
  isWhole: (start: number, end: number) => boolean;
}

/** The lines of a document. */
export class Lines {
  /** Each line, and what ends it. */
  readonly #parts: ReadonlyArray<string>;
  readonly #hasMark: boolean;

  constructor(document: string) {
    // As markdown-it does.
    this.#parts = document.replace(/\0/g, '\uFFFD').split(/(\r\n|[\r\n])/);
    this.#hasMark = document.startsWith('\uFEFF');
  }

  /** The text of a line, which is counted from 0. */
  text(line: number): string {
    return this.#part(2 * line);
  }

  /** What ends a line. */
  ending(line: number): string {
    return this.#part(2 * line + 1);
  }

  #part(index: number): string {
    return this.#parts.slice(index, index + 1).join('');
  }

  /** The place of an offset in a line; a byte order mark has no column, as in editors. */
  place(line: number, offset: number): Place {
    const mark = this.#hasMark && line === 0 ? 1 : 0;
    return { line: line + 1, column: offset - mark + 1 };
  }
}

/** Make a text whose place is not known. */
export function unplacedText(content: string): BlockText {
  return {
    isCell: false,
    placeOf: () => ({}),
    written: (start, end) => content.slice(start, end),
    isWhole: (start, end) => !content.slice(start, end).includes('\n'),
  };
}

/**
 * Make the text of a block of lines.
 *
 * markdown-it knows the lines of a block, but has taken away its markers and indentation, so
 * the column is found by the text of the line.
 *
 * @param first
 *   First line of the block, from 0.
 * @param content
 *   Text of the block.
 * @param lines
 *   Gives the lines of the document; called only when they are needed.
 */
export function blockText(
  first: number,
  content: string,
  lines: () => Lines,
): BlockText {
  let begins: ReadonlyArray<number> | undefined;
  const indents = new Map<number, number | undefined>();

  return {
    isCell: false,
    placeOf(offset) {
      const line = lineOf(offset);
      const indent = indentOf(line);
      return indent === undefined
        ? { line: first + line + 1 }
        : lines().place(first + line, indent + offset - beginOf(line));
    },
    written(start, end) {
      let line = first + lineOf(start);
      return content.slice(start, end).replace(/\n/g, () => lines().ending(line++));
    },
    isWhole(start, end) {
      for (let line = lineOf(start) + 1; beginOf(line) < end; line++) {
        if (indentOf(line) !== 0) return false;
      }
      return true;
    },
  };

  function beginOf(line: number): number {
    return beginsOf()[line] ?? content.length + 1;
  }

  function beginsOf(): ReadonlyArray<number> {
    begins ??= [0, ...Array.from(content.matchAll(/\n/g), ({ index }) => index + 1)];
    return begins;
  }

  /** The line of an offset, counted in the block. */
  function lineOf(offset: number): number {
    return firstFrom(beginsOf(), offset + 1) - 1;
  }

  /** How many characters are before the text of a line; nothing where it is not found. */
  function indentOf(line: number): number | undefined {
    if (!indents.has(line)) {
      const whole = content.slice(beginOf(line), beginOf(line + 1) - 1);
      // White space before the text may have been a tab.
      const text = whole.trimStart();
      const start = lines()
        .text(first + line)
        .indexOf(text);
      indents.set(line, start < 0 ? undefined : start - (whole.length - text.length));
    }
    return indents.get(line);
  }
}

/** A row of a table. Its cells have no places, and are found by their text. */
export class Row {
  readonly #line: number;
  readonly #lines: () => Lines;
  #before: Array<string> = [];
  #end = 0;

  /**
   * @param line
   *   Line of the row, from 0.
   * @param lines
   *   Gives the lines of the document; called only when they are needed.
   */
  constructor(line: number, lines: () => Lines) {
    this.#line = line;
    this.#lines = lines;
  }

  /** Pass over a cell. */
  pass(content: string): void {
    this.#before.push(content);
  }

  /** Make the text of the next cell. */
  cellText(content: string): BlockText {
    for (const before of this.#before) this.#find(before);
    this.#before = [];
    // The text of a cell has lost the backslash before each bar.
    const start = this.#find(content);
    const bars = Array.from(content.matchAll(/\|/g), ({ index }) => index);
    return {
      isCell: true,
      placeOf: (offset) =>
        this.#lines().place(this.#line, start + offset + firstFrom(bars, offset)),
      written: (from, to) => escapeBars(content.slice(from, to)),
      isWhole: () => true,
    };
  }

  #find(content: string): number {
    const text = escapeBars(content);
    const start = this.#lines().text(this.#line).indexOf(text, this.#end);
    this.#end = start + text.length;
    return start;
  }
}
