import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { isTable } from './add-contacts.js';
import { CommandError, reasonOf } from './command-error.js';
import { counted } from './counted.js';
import { readBytes } from './read-bytes.js';
import type { Outcome } from './work.js';
import { writeFileWhole } from './write-file.js';

/** How often there was something to say of a text. */
interface Entry {
  /** The file, as the baseline names it. */
  name: string;
  ruleId: string;
  /** A fingerprint of the text. */
  print: string;
  count: number;
}

/** What the file says of itself; another number has another form. */
const version = 1;

/** What comes of holding a run against a baseline. */
export interface Compared {
  /** How many messages of the baseline no longer occur. */
  gone: number;
  /** What there is to say, whatever the report is, in lines. */
  notes: ReadonlyArray<string>;
  /** What there is to add to the summary. */
  summary: string;
}

/**
 * Remembers messages in a file, so that later runs report what is new. A message is known by its
 * file, its rule and the text it is about, wherever in the file that is. The text itself is not
 * written down, as it may hold a secret.
 */
export class Baseline {
  readonly #path: string;
  readonly #place: string;
  #entries: ReadonlyArray<Entry>;
  /** The files that were read, as the baseline names them. */
  readonly #read = new Set<string>();
  /** Whether a rule was asked about; what nobody asks about has not gone. */
  readonly #isAsked: (ruleId: string) => boolean;

  /**
   * @param isNew
   *   Whether it is about to be written, and may not be there.
   * @param isAsked
   *   Whether runs report on a rule.
   * @throws {CommandError}
   *   When it cannot be read.
   */
  constructor(
    path: string,
    cwd: string,
    isNew: boolean,
    isAsked: (ruleId: string) => boolean,
  ) {
    this.#path = path;
    this.#place = resolve(cwd, path);
    this.#isAsked = isAsked;
    this.#entries =
      isNew && !existsSync(this.#place) ? [] : readEntries(path, this.#place);
  }

  /** Note that a file was read, whether there is something to say of it or not. */
  note(file: VFile): void {
    this.#read.add(this.#nameOf(file));
  }

  /**
   * Take the messages away that are known.
   *
   * @param isUpdate
   *   Whether those that there are now are to be known from now on.
   * @throws {CommandError}
   *   When the baseline cannot be written.
   */
  async compare(outcome: Outcome, isUpdate: boolean): Promise<Compared> {
    const { files, interrupted } = outcome;
    const notes: Array<string> = [];
    if (isUpdate && interrupted === undefined) notes.push(await this.#update(files));
    const { gone, known } = this.#takeKnown(files);
    outcome.files = files.filter(({ messages }) => messages.length > 0);
    if (isUpdate && interrupted !== undefined) {
      notes.push(`Left ${this.#path} as it is: not all files were read`);
    } else if (gone > 0) {
      notes.push(
        `${counted(gone, 'message')} in ${this.#path} no longer ${gone === 1 ? 'occurs' : 'occur'}; \`--update-baseline\` takes ${gone === 1 ? 'it' : 'them'} out`,
      );
    }
    const summary =
      known > 0 ? `; ${counted(known, 'message')} in ${this.#path} not shown` : '';
    return { gone, notes, summary };
  }

  #takeKnown(files: ReadonlyArray<VFile>): { gone: number; known: number } {
    let known = 0;
    const left = new Map(this.#entries.map((entry) => [keyOf(entry), { ...entry }]));
    for (const file of files) {
      file.messages = file.messages.filter((message) => {
        const found = this.#entryOf(file, message);
        const entry = found && left.get(keyOf(found));
        if (!entry || entry.count === 0) return true;
        entry.count--;
        known++;
        return false;
      });
    }
    const gone = [...left.values()].filter((entry) => this.#isJudged(entry));
    return { known, gone: gone.reduce((sum, { count }) => sum + count, 0) };
  }

  /** Remember the messages on files, in place of what was known of all that were read. */
  async #update(files: ReadonlyArray<VFile>): Promise<string> {
    const kept = this.#entries.filter((entry) => !this.#isJudged(entry));
    const entries = new Map(kept.map((entry) => [keyOf(entry), entry]));
    let written = 0;
    for (const file of files) {
      for (const message of file.messages) {
        const found = this.#entryOf(file, message);
        if (!found) continue;
        const { count } = entries.get(keyOf(found)) ?? { count: 0 };
        entries.set(keyOf(found), { ...found, count: count + 1 });
        written++;
      }
    }
    this.#entries = [...entries.values()];
    const tree = { version, files: toTree(this.#entries) };
    const text = `${JSON.stringify(tree, undefined, 2)}\n`;
    await writeFileWhole(this.#place, text).catch((error) => {
      throw new CommandError(`Cannot write baseline: ${reasonOf(error)}`);
    });
    return `Wrote ${counted(written, 'message')} to ${this.#path}`;
  }

  /** Whether it can be told if something still occurs: its file was read, or is no longer there. */
  #isJudged({ name, ruleId }: Entry): boolean {
    const isRead =
      this.#read.has(name) || !existsSync(resolve(dirname(this.#place), name));
    return isRead && this.#isAsked(ruleId);
  }

  /**
   * What there is to remember of a message; nothing where it is about a whole file that could not
   * be worked on, which must not be forgotten.
   */
  #entryOf(file: VFile, { actual, fatal, ruleId }: VFileMessage): Entry | undefined {
    if (ruleId === undefined || (actual === undefined && fatal)) return undefined;
    const text = (actual ?? '').replace(/\s+/g, ' ');
    const print = createHash('sha256').update(text).digest('hex').slice(0, 16);
    return { name: this.#nameOf(file), ruleId, print, count: 1 };
  }

  /** The name of a file, which is the same in every working directory and on every system. */
  #nameOf({ cwd, path }: VFile): string {
    const name = relative(dirname(this.#place), resolve(cwd, path));
    return name.split(sep).join('/');
  }
}

function keyOf({ name, print, ruleId }: Entry): string {
  return JSON.stringify([name, ruleId, print]);
}

/** Make what the file holds; it is sorted, so that a change of a page changes its own lines alone. */
function toTree(entries: ReadonlyArray<Entry>): Record<string, unknown> {
  return groupBy(entries, 'name', (ofFile) =>
    groupBy(ofFile, 'ruleId', (ofRule) =>
      groupBy(ofRule, 'print', ([entry]) => entry?.count),
    ),
  );
}

function groupBy(
  entries: ReadonlyArray<Entry>,
  field: 'name' | 'ruleId' | 'print',
  toValue: (group: ReadonlyArray<Entry>) => unknown,
): Record<string, unknown> {
  const groups = new Map<string, Array<Entry>>();
  for (const entry of entries) {
    const group = groups.get(entry[field]) ?? [];
    group.push(entry);
    groups.set(entry[field], group);
  }
  const sorted = [...groups].sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, group]) => [key, toValue(group)]));
}

function readEntries(path: string, place: string): Array<Entry> {
  let value: unknown;
  try {
    value = JSON.parse(String(readBytes(place)));
  } catch (error) {
    const hint = existsSync(place) ? '' : '; `--update-baseline` writes it';
    throw new CommandError(
      `Cannot read baseline \`${path}\`: ${reasonOf(error)}${hint}`,
    );
  }
  const wrong = (key: string, allowed: string) =>
    new CommandError(
      `Cannot read baseline \`${path}\`: wrong \`${key}\`, expected ${allowed}`,
    );
  const tableOf = (given: unknown, key: string): Array<[string, unknown]> => {
    if (isTable(given)) return Object.entries(given);
    throw wrong(key, 'an object');
  };
  if (!isTable(value) || value.version !== version)
    throw wrong('version', `\`${version}\``);
  return tableOf(value.files, 'files').flatMap(([name, rules]) =>
    tableOf(rules, `files.${name}`).flatMap(([ruleId, prints]) =>
      tableOf(prints, `files.${name}.${ruleId}`).map(([print, count]) => {
        if (Number.isInteger(count))
          return { name, ruleId, print, count: Number(count) };
        throw wrong(`files.${name}.${ruleId}.${print}`, 'a number');
      }),
    ),
  );
}
