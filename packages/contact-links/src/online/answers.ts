import { resolve } from 'node:path';
import { isTable } from '../add-contacts.js';
import { CommandError, reasonOf } from '../command-error.js';
import { readBytes } from '../read-bytes.js';
import { writeFileWhole } from '../write-file.js';
import type { Verdict } from './verdict.js';

/** What a server said of a link on a day. */
interface Answer {
  /** The day in UTC: `2026-11-28`. */
  day: string;
  verdict: Verdict;
}

/** Remembers for a day what servers said, in a file if there is one. */
export class Answers {
  readonly #path: string | undefined;
  readonly #given: string | undefined;
  readonly #day = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
  readonly #answers = new Map<string, Answer>();

  /**
   * @param path
   *   Path of the file, which need not exist. Default: nothing is remembered.
   * @throws {CommandError}
   *   When the file cannot be read, or is not such a file.
   */
  constructor(path: string | undefined, cwd: string) {
    this.#given = path;
    this.#path = path === undefined ? undefined : resolve(cwd, path);
    if (this.#path === undefined) return;
    for (const [url, answer] of Object.entries(read(this.#path, String(path)))) {
      // Links whose answers are of another day are asked about again.
      if (isAnswer(answer) && answer.day === this.#day) this.#answers.set(url, answer);
    }
  }

  /** Get what a server said of a URL today. */
  get(url: string): Verdict | undefined {
    return this.#answers.get(url)?.verdict;
  }

  /** Remember what a server says; a server that cannot be reached may answer a minute later. */
  add(url: string, verdict: Verdict): void {
    if (verdict.kind !== 'alive' && verdict.kind !== 'expired') return;
    this.#answers.set(url, { day: this.#day, verdict });
  }

  /**
   * Write the file.
   *
   * @throws {CommandError}
   *   When it cannot be written.
   */
  async save(): Promise<void> {
    if (this.#path === undefined) return;
    const answers = Object.fromEntries([...this.#answers].sort());
    const text = `${JSON.stringify(answers, undefined, 2)}\n`;
    await writeFileWhole(this.#path, text).catch((error) => {
      throw new CommandError(
        `Cannot write cache \`${this.#given}\`: ${reasonOf(error)}`,
      );
    });
  }
}

function read(path: string, given: string): object {
  let content: unknown;
  try {
    content = JSON.parse(String(readBytes(path)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new CommandError(`Cannot read cache \`${given}\`: ${reasonOf(error)}`);
  }
  if (!isTable(content)) {
    throw new CommandError(`Cannot read cache \`${given}\`: expected an object`);
  }
  return content;
}

/** Whether something is an answer that the tool wrote. */
function isAnswer(value: unknown): value is Answer {
  if (!isTable(value) || !isTable(value.verdict)) return false;
  const { ends, kind, status } = value.verdict;
  return kind === 'alive'
    ? ends === undefined ||
        (typeof ends === 'string' && !Number.isNaN(Date.parse(ends)))
    : kind === 'expired' && typeof status === 'number';
}
