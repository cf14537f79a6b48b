import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Message } from '../core/findings/message.js';

/** A message, as it is printed. */
export interface Line {
  level: Message['level'];
  text: string;
}

/** What was said of a file. */
export interface Kept {
  /** The digest of its text. */
  digest: string;
  lines: ReadonlyArray<Line>;
}

/**
 * What was said of the files whose pages Astro keeps: Astro does not render these again, so the
 * plugin does not see them.
 *
 * Each change is a line at the end of a file beside Astro's store, so that nothing is lost
 * where a build breaks off.
 */
export class Journal {
  /**
   * Name of the journal, which is part of the key of Astro's cache: once the journal is gone,
   * Astro renders all pages again.
   */
  readonly id: string;
  /** What was said, by path from the root of the site. */
  readonly kept: ReadonlyMap<string, Kept>;
  readonly #kept: Map<string, Kept>;
  readonly #folder: URL;

  /**
   * @param folder
   *   Where Astro has its store.
   */
  constructor(folder: URL) {
    this.#folder = folder;
    const [id, ...entries] = readRecords(this.#file);
    this.id = id;
    this.#kept = new Map(entries);
    this.kept = this.#kept;
    for (const [path, { lines }] of this.#kept) {
      if (lines.length === 0) this.#kept.delete(path);
    }
    // It is written if it is new, or has lines that later ones have replaced.
    if (entries.length === 0 || entries.length !== this.#kept.size) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(this.#file, [this.id, ...this.#kept].map(toRecord).join(''));
    }
  }

  /** Keep what was said of a file; most files have no lines, and take no space. */
  keep(path: string, kept: Kept): void {
    if (kept.lines.length > 0) this.#kept.set(path, kept);
    else if (!this.#kept.delete(path)) return;
    appendFileSync(this.#file, toRecord([path, kept]));
  }

  get #file(): URL {
    return new URL('contact-links.jsonl', this.#folder);
  }
}

function toRecord(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** Read the name of a journal and its entries; a damaged journal starts over. */
function readRecords(file: URL): [id: string, ...entries: Array<[string, Kept]>] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    const [id, ...entries] = lines.map((line) => JSON.parse(line));
    if (typeof id === 'string' && entries.every(Array.isArray)) {
      return [id, ...(entries as Array<[string, Kept]>)];
    }
  } catch {
    // There is no journal, or writing it broke off.
  }
  return [randomUUID()];
}
