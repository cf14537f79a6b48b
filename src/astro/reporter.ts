import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Message } from '../core/findings/message.js';
import { printable, withoutCommands } from '../core/printable.js';
import { Journal, type Line } from './journal.js';
import { placeInFile } from './place.js';
import { storedTexts } from './store.js';
import type { Logger } from './types.js';

const logs = { error: 'error', warning: 'warn', info: 'info' } as const;

/** Logs the messages for the files of a site, each once. */
export class Reporter {
  /** How many errors were reported. */
  errors = 0;
  readonly #folder: URL;
  readonly #journal: Journal;
  readonly #logger: Logger;
  readonly #root: string;
  /** Digests of the files that were rendered since Astro has started, by path. */
  readonly #seen = new Map<string, string>();

  /**
   * @param root
   *   The folder of the site.
   * @param folder
   *   Where Astro has its store.
   */
  constructor(root: URL, folder: URL, logger: Logger) {
    this.#root = fileURLToPath(root);
    this.#folder = folder;
    this.#journal = new Journal(folder);
    this.#logger = logger;
  }

  /** The name of the journal of earlier builds. */
  get id(): string {
    return this.#journal.id;
  }

  /** Report on a document that was rendered, unless the same text was reported before. */
  tell(
    path: string | undefined,
    source: string,
    messages: ReadonlyArray<Message>,
  ): void {
    const name = path === undefined ? undefined : this.#nameOf(path);
    const text = messages.length > 0 && path !== undefined ? read(path) : undefined;
    const digest = text === undefined ? '' : digestOf(text);
    const lines = messages.map((message) => toLine(message, name, source, text));
    if (name === undefined) {
      this.#log(lines);
    } else {
      if (digest !== '' && this.#seen.get(name) === digest) return;
      this.#seen.set(name, digest);
      this.#journal.keep(name, { digest, lines });
      this.#log(lines);
    }
  }

  /** Report again on files that Astro has not rendered, because it has their pages. */
  tellKept(): void {
    const unseen = [...this.#journal.kept].filter(([name]) => !this.#seen.has(name));
    if (unseen.length === 0) return;
    const stored = storedTexts(this.#folder);
    for (const [name, { digest, lines }] of unseen) {
      if (stored && !stored.has(name)) continue;
      const text = read(join(this.#root, name));
      // Astro may still have the page of a file that is gone: it takes another file with the
      // same text and id for that one, as where `.md` has become `.mdx`.
      if (text === undefined ? !stored : digestOf(text) !== digest) continue;
      this.#seen.set(name, digest);
      this.#log(lines);
    }
  }

  #log(lines: ReadonlyArray<Line>): void {
    for (const { level, text } of lines) {
      if (level === 'error') this.errors += 1;
      this.#logger[logs[level]](text);
    }
  }

  /** The path of a file from the root, as Astro's store has it. */
  #nameOf(path: string): string {
    return relative(this.#root, path).split(sep).join('/');
  }
}

/**
 * Write a message as a line of the log.
 *
 * @param text
 *   The text of the file; nothing where it cannot be read.
 */
function toLine(
  message: Message,
  name: string | undefined,
  source: string,
  text: string | undefined,
): Line {
  const point = text === undefined ? undefined : placeInFile(message, source, text);
  const place = [name, point?.line, point?.column].filter((part) => part !== undefined);
  const said = `${message.reason} [${message.ruleId}]`;
  return {
    level: message.level,
    // It may hold text that somebody else wrote.
    text: withoutCommands(
      printable(place.length > 0 ? `${place.join(':')}: ${said}` : said),
    ),
  };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The file is gone, or never was one.
    return undefined;
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
