import process from 'node:process';
import { now } from './clock.js';
import { withCommas } from './counted.js';
import { printable } from './printable.js';

/** Shows the progress of the tool on a terminal; elsewhere, and in CI, nothing. */
export class Progress {
  readonly #isShown: boolean;
  #isDirty = false;
  #last = now();

  constructor(isQuiet: boolean) {
    this.#isShown = process.stderr.isTTY && !process.env.CI && !isQuiet;
  }

  /** Show how many files, or other things, are done, and the last one. */
  show(count: number, path: string, what = 'files'): void {
    const time = now();
    // Not more often than this, and not at all in a short run.
    if (!this.#isShown || time - this.#last < 200) return;
    this.#last = time;
    this.#isDirty = true;
    const line = `${withCommas(count)} ${what}, ${printable(path)}`;
    // A line that wraps could not be cleared.
    process.stderr.write(
      `\r\u001B[K${line.slice(0, (process.stderr.columns || 80) - 1)}`,
    );
  }

  /** Clear the line. */
  clear(): void {
    if (this.#isDirty) process.stderr.write('\r\u001B[K');
    this.#isDirty = false;
  }
}
