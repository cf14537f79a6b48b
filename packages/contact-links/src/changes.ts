import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import process from 'node:process';
import type { DocumentEdit } from 'remark-contact-links/core';
import type { VFile } from 'vfile';
import { counted } from './counted.js';
import { unifiedDiff } from './diff.js';
import { tellError, tellWarning } from './file-messages.js';
import { printable, printableLines, withoutCommands } from './printable.js';
import type { Source, StandardInput } from './read-source.js';
import { writeFileWhole } from './write-file.js';

/** Makes changes in files, or shows them. */
export class Changes {
  readonly #isWritten: boolean;
  readonly #cwd: string;
  #files = 0;
  #links = 0;
  /** The changed standard input. Default: it stays as it is. */
  #output: string | undefined;
  #isDiffWhole = true;

  /**
   * @param isWritten
   *   Whether files are written; a diff is printed otherwise.
   */
  constructor(isWritten: boolean, cwd: string) {
    this.#isWritten = isWritten;
    this.#cwd = cwd;
  }

  /** Whether there are no changes. */
  get isEmpty(): boolean {
    return this.#links === 0;
  }

  /** The number of changed links and files, for people. */
  get amount(): string {
    return `${counted(this.#links, 'link')} in ${counted(this.#files, 'file')}`;
  }

  /** Lines to print about a diff that cannot be applied. */
  get notes(): Array<string> {
    return this.#isDiffWhole
      ? []
      : [
          'The diff shows escapes in place of characters that a terminal or a CI service acts on, so it cannot be applied',
        ];
  }

  /**
   * Make changes in a file, or show them.
   *
   * @param edits
   *   Changes in the order of the document; they do not overlap.
   * @param text
   *   The document after the changes.
   * @returns
   *   Whether the changes were made or shown; where they were not, the file has a message.
   */
  async make(
    source: Source,
    edits: ReadonlyArray<DocumentEdit>,
    text: string,
  ): Promise<boolean> {
    if (source.outside !== undefined) {
      tellOutside(source.file, source.outside);
      return false;
    }
    if (!this.#isWritten) this.#show(source, edits);
    else if (source.isStandardInput) this.#output = source.mark + text;
    else if (!(await write(source, text, this.#cwd))) return false;
    this.#links += edits.length;
    this.#files++;
    return true;
  }

  /**
   * Print standard input, changed or not: everything that comes in goes out, so that nothing in
   * a pipe is lost.
   */
  printInput(input: StandardInput | undefined): void {
    if (this.#isWritten && input) process.stdout.write(this.#output ?? input.bytes);
  }

  #show({ file, mark, text }: Source, edits: ReadonlyArray<DocumentEdit>): void {
    const shifted = edits.map((edit) => ({
      ...edit,
      start: edit.start + mark.length,
      end: edit.end + mark.length,
    }));
    // As git writes paths, on every system.
    const path = file.path.split(sep).join('/');
    const diff = unifiedDiff(printable(path), mark + text, shifted);
    const shown = withoutCommands(printableLines(diff));
    this.#isDiffWhole &&= shown === diff && printable(file.path) === file.path;
    process.stdout.write(shown);
  }
}

/** Report that a file is left alone: whoever searches a folder means the files in it. */
function tellOutside(file: VFile, place: string): void {
  const reason = `Left alone: it is a symbolic link out of the folder, to \`${place}\`; name that file to change it`;
  tellWarning(file, 'outside', reason);
}

/** Write a file, unless somebody else has written it since it was read. */
async function write({ bytes, file, mark }: Source, text: string, cwd: string) {
  const path = resolve(cwd, file.path);
  try {
    if (!(await readFile(path)).equals(bytes)) {
      tellError(
        file,
        'changed-meanwhile',
        'Left alone: the file has changed since it was read',
      );
      return false;
    }
    await writeFileWhole(path, mark + text);
    return true;
  } catch (error) {
    tellError(file, 'cannot-write', 'Cannot write file', error);
    return false;
  }
}
