import process from 'node:process';
import { now } from './clock.js';
import { withCommas } from './counted.js';
import { printable } from './printable.js';

/** Shows on a terminal how far the tool has come; elsewhere, and in CI, it is silent. */
export class Progress {
  readonly #isShown: boolean;
  #isDirty = false;
  #last = now();

  constructor(isQuiet: boolean) {
    this.#isShown = process.stderr.isTTY && !process.env.CI && !isQuiet;
  }

  /** Show how many files, or what else there is, are done, and the last of them. */
  show(count: number, path: string, what = 'files'): void {
    const time = now();
    // A short run shows nothing.
    if (!this.#isShown || time - this.#last < 200) return;
    this.#last = time;
    this.#isDirty = true;
    const line = `${withCommas(count)} ${what}, ${printable(path)}`;
    // A line that wraps could not be taken back.
    process.stderr.write(
      `\r\u001B[K${line.slice(0, (process.stderr.columns || 80) - 1)}`,
    );
  }

  /** Take away what is shown. */
  clear(): void {
    if (this.#isDirty) process.stderr.write('\r\u001B[K');
    this.#isDirty = false;
  }
}
