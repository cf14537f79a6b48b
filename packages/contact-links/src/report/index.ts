import type { VFile } from 'vfile';
import { statistics } from 'vfile-statistics';
import { writeOut } from '../write-out.js';
import { createGitHubReporter } from './github.js';
import { createLinesReporter } from './lines.js';
import type { Reporter } from './reporter.js';

/** How many messages there are of each level. */
export interface Counts {
  errors: number;
  warnings: number;
  infos: number;
}

/** The reporters that come with the tool; all escape what could act on a terminal. */
const reporters: Readonly<Record<string, () => Promise<() => Reporter>>> = {
  lines: async () => createLinesReporter,
  json: async () => (await import('./json.js')).createJsonReporter,
  sarif: async () => (await import('./sarif.js')).createSarifReporter,
  github: async () => createGitHubReporter,
};

/**
 * Find a reporter by its name.
 *
 * @param name
 *   A reporter that comes with the tool, or a vfile reporter that is installed in the working
 *   directory.
 * @returns
 *   Function that begins a report.
 * @throws {CommandError}
 *   When there is none of that name.
 */
export async function findReporter(name: string, cwd: string): Promise<() => Reporter> {
  const load = Object.hasOwn(reporters, name) ? reporters[name] : undefined;
  if (load) return load();
  const { loadReporter } = await import('./named.js');
  return loadReporter(name, cwd, Object.keys(reporters));
}

/** Reports each file when it is done, and counts messages. */
export class Report {
  readonly counts: Counts = { errors: 0, warnings: 0, infos: 0 };
  readonly #reporter: Reporter;
  readonly #stream: NodeJS.WriteStream;

  constructor(reporter: Reporter, stream: NodeJS.WriteStream) {
    this.#reporter = reporter;
    this.#stream = stream;
  }

  /** Report a file, if it has messages. */
  async add(file: VFile): Promise<void> {
    if (file.messages.length === 0) return;
    const { fatal, info, warn } = statistics(file);
    this.counts.errors += fatal;
    this.counts.warnings += warn;
    this.counts.infos += info;
    await writeOut(this.#stream, this.#reporter.add(file));
  }

  /** End the report. */
  async end(): Promise<void> {
    await writeOut(this.#stream, await this.#reporter.end());
  }
}
