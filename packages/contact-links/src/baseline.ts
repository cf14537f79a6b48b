import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { isTable } from './add-contacts.js';
import { CommandError, reasonOf } from './command-error.js';
import { counted } from './counted.js';
import { readBytes } from './read-bytes.js';
import { writeFileWhole } from './write-file.js';

/** How often a rule reported a text of a file. */
interface Entry {
  /** The file, as the baseline names it. */
  name: string;
  ruleId: string;
  /** A fingerprint of the text. */
  print: string;
  count: number;
}

/** The version of the form of the file. */
const version = 1;

/** How a run compares with a baseline. */
export interface Compared {
  /** How many messages of the baseline no longer occur. */
  gone: number;
  /** Lines to print, with any reporter. */
  notes: ReadonlyArray<string>;
  /** Text to add to the summary. */
  summary: string;
}

/**
 * Remembers messages in a file, so that later runs report only new ones. A message is known by
 * its file, its rule and the text that it is about, wherever in the file that text is. The text
 * itself is not stored, as it may hold a secret.
 */
export class Baseline {
  readonly #path: string;
  readonly #place: string;
  readonly #entries: ReadonlyArray<Entry>;
  readonly #isUpdate: boolean;
  /** The files that were read, as the baseline names them. */
  readonly #read = new Set<string>();
  /** All messages, where the baseline is updated; otherwise the known ones not met yet. */
  readonly #counts = new Map<string, Entry>();
  /** How many messages are not shown. */
  #known = 0;
  /** Whether this run reports on a rule: what it does not look for is not gone. */
  readonly #isAsked: (ruleId: string) => boolean;

  /**
   * @param isUpdate
   *   Whether the baseline is to be written: all messages are known from now on, and the file
   *   may be missing.
   * @param isAsked
   *   Whether this run reports on a rule.
   * @throws {CommandError}
   *   When the file cannot be read.
   */
  constructor(
    path: string,
    cwd: string,
    isUpdate: boolean,
    isAsked: (ruleId: string) => boolean,
  ) {
    this.#path = path;
    this.#place = resolve(cwd, path);
    this.#isAsked = isAsked;
    this.#isUpdate = isUpdate;
    this.#entries =
      isUpdate && !existsSync(this.#place) ? [] : readEntries(path, this.#place);
    if (isUpdate) return;
    for (const entry of this.#entries) this.#counts.set(keyOf(entry), { ...entry });
  }

  /** Note that a file was read, and remove its known messages. */
  take(file: VFile): void {
    this.#read.add(this.#nameOf(file));
    file.messages = file.messages.filter((message) => {
      const entry = this.#entryOf(file, message);
      const isKnown =
        entry && (this.#isUpdate ? this.#learn(entry) : this.#recognize(entry));
      if (isKnown) this.#known++;
      return !isKnown;
    });
  }

  /**
   * Compare, once all files are taken, or write the baseline.
   *
   * @param isStopped
   *   Whether some files were not read.
   * @throws {CommandError}
   *   When the baseline cannot be written.
   */
  async compare(isStopped: boolean): Promise<Compared> {
    const known = counted(this.#known, 'message');
    if (this.#isUpdate) {
      const notes = [
        isStopped
          ? `Left ${this.#path} as it is: not all files were read`
          : await this.#write(),
      ];
      const where = isStopped ? '' : ` in ${this.#path}`;
      const summary = this.#known > 0 ? `; ${known}${where} not shown` : '';
      return { gone: 0, notes, summary };
    }
    const gone = [...this.#counts.values()]
      .filter((entry) => this.#isJudged(entry))
      .reduce((sum, { count }) => sum + count, 0);
    const notes =
      gone > 0
        ? [
            `${counted(gone, 'message')} in ${this.#path} no longer ${gone === 1 ? 'occurs' : 'occur'}; \`--update-baseline\` takes ${gone === 1 ? 'it' : 'them'} out`,
          ]
        : [];
    const summary = this.#known > 0 ? `; ${known} in ${this.#path} not shown` : '';
    return { gone, notes, summary };
  }

  /** Count a message that is to be known. */
  #learn(entry: Entry): true {
    const { count } = this.#counts.get(keyOf(entry)) ?? { count: 0 };
    this.#counts.set(keyOf(entry), { ...entry, count: count + 1 });
    return true;
  }

  /** Whether a message is known: as often as the baseline has it. */
  #recognize(entry: Entry): boolean {
    const left = this.#counts.get(keyOf(entry));
    if (!left || left.count === 0) return false;
    left.count--;
    return true;
  }

  /** Write the messages, in place of the known ones of all files that were read. */
  async #write(): Promise<string> {
    const kept = this.#entries.filter((entry) => !this.#isJudged(entry));
    const tree = { version, files: toTree([...kept, ...this.#counts.values()]) };
    const text = `${JSON.stringify(tree, undefined, 2)}\n`;
    await writeFileWhole(this.#place, text).catch((error) => {
      throw new CommandError(`Cannot write baseline: ${reasonOf(error)}`);
    });
    return `Wrote ${counted(this.#known, 'message')} to ${this.#path}`;
  }

  /** Whether this run can tell if a message still occurs: its file was read, or is gone. */
  #isJudged({ name, ruleId }: Entry): boolean {
    const isRead =
      this.#read.has(name) || !existsSync(resolve(dirname(this.#place), name));
    return isRead && this.#isAsked(ruleId);
  }

  /**
   * Make the entry of a message; nothing where the message is about a whole file that could not
   * be processed, which must be reported again.
   */
  #entryOf(file: VFile, { actual, fatal, ruleId }: VFileMessage): Entry | undefined {
    if (ruleId === undefined || (actual === undefined && fatal)) return undefined;
    const text = (actual ?? '').replace(/\s+/g, ' ');
    const print = createHash('sha256').update(text).digest('hex').slice(0, 16);
    return { name: this.#nameOf(file), ruleId, print, count: 1 };
  }

  /** Get the name of a file, which is the same in every working directory and on every system. */
  #nameOf({ cwd, path }: VFile): string {
    const name = relative(dirname(this.#place), resolve(cwd, path));
    return name.split(sep).join('/');
  }
}

function keyOf({ name, print, ruleId }: Entry): string {
  return JSON.stringify([name, ruleId, print]);
}

/** Make the content of the file, sorted so that a change of a page changes only its own lines. */
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
