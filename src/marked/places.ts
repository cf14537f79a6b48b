import { createPoints } from '../core/points.js';

/** Where a token is in the document. */
export interface Place {
  line?: number;
  column?: number;
}

/**
 * Follows tokens through a document: marked gives them no place, but they come in the order of
 * the document, with the text that they were made of.
 */
export class Follower {
  readonly #document: string;
  readonly #pointOf: ReturnType<typeof createPoints>;
  readonly #endings: ReadonlyArray<string>;
  readonly #hasBlocks: boolean;
  #at = 0;
  #end: number;

  /**
   * @param blocks
   *   The texts of the blocks as marked has them.
   * @param source
   *   The document as it was given to marked.
   */
  constructor(blocks: ReadonlyArray<string>, source: string) {
    this.#document = source.replace(/\r\n?/g, '\n');
    this.#pointOf = createPoints(this.#document);
    this.#endings = Array.from(source.matchAll(/\r\n|[\r\n]/g), ([ending]) => ending);
    // At times marked leaves out markers of containers, and an extension may change the document.
    this.#hasBlocks = blocks.join('') === this.#document;
    this.#end = this.#hasBlocks ? 0 : this.#document.length;
  }

  /** Go to the next block that is in no other; its text is in the document as it is. */
  enterBlock(raw: string): void {
    if (!this.#hasBlocks) return;
    this.#at = this.#end;
    this.#end += raw.length;
  }

  /**
   * Find the next text.
   *
   * @param raw
   *   The text as marked has it. Only its first line counts, as the others may have marks of
   *   containers before them.
   * @returns
   *   The offset of the text; nothing where the block does not have it.
   */
  find(raw: string): number | undefined {
    const line = firstLine(raw);
    const found = this.#indexOf(line) ?? this.#indexOf(line.trim());
    if (found !== undefined) this.#at = found;
    return found;
  }

  #indexOf(line: string): number | undefined {
    const found = line === '' ? -1 : this.#document.indexOf(line, this.#at);
    return found < 0 || found >= this.#end ? undefined : found;
  }

  /** Pass over a text that was found. */
  pass(offset: number, raw: string): void {
    const length = this.has(raw, offset) ? raw.length : firstLine(raw).trim().length;
    this.#at = Math.max(this.#at, offset + length);
  }

  /** Whether the document has a text at an offset, with any line endings. */
  has(text: string, offset: number | undefined): boolean {
    const raw = text.replace(/\r\n?/g, '\n');
    return offset !== undefined && this.#document.startsWith(raw, offset);
  }

  /** Write the text at an offset with the line endings of the source. */
  written(text: string, offset: number | undefined): string {
    if (offset === undefined) return text;
    let line = this.#pointOf(offset).line - 1;
    return text.replace(/\n/g, () => this.#endings.slice(line, ++line).join(''));
  }

  /** Get the line and column of an offset. */
  placeOf(offset: number | undefined): Place {
    if (offset === undefined) return {};
    const { column, line } = this.#pointOf(offset);
    // A byte order mark has no column, as in editors.
    const mark = line === 1 && this.#document.startsWith('\uFEFF') ? 1 : 0;
    return { line, column: column - mark };
  }
}

/** Get the first line of a text that is not empty, without white space at its end. */
function firstLine(text: string): string {
  return text
    .replace(/^(?:[ \t]*\n)+/, '')
    .replace(/\n[\s\S]*/, '')
    .trimEnd();
}
