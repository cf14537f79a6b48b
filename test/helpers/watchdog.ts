import { Buffer } from 'node:buffer';
import { Worker } from 'node:worker_threads';

/** Long after anything that is merely slow on a busy machine. */
const patience = 60_000;

/** Runs beside the tests, which a loop without an end keeps from telling anything. */
const program = `
const { writeSync } = require('node:fs');
const { workerData } = require('node:worker_threads');
const { counter, patience, text } = workerData;
let before = -1;
setInterval(() => {
  const [now, length] = counter;
  if (length > 0 && now === before) {
    const input = Buffer.from(text).toString('utf8', 0, length);
    writeSync(2, 'No end with ' + JSON.stringify(input) + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }
  before = now;
}, patience);
`;

/** Guard functions against inputs with which they never come back. */
export class Watchdog {
  readonly #counter = new Int32Array(new SharedArrayBuffer(8));
  readonly #text = Buffer.from(new SharedArrayBuffer(65_536));
  readonly #worker = new Worker(program, {
    eval: true,
    workerData: { counter: this.#counter, patience, text: this.#text.buffer },
  });

  /** Call a function; the process ends with the input on standard error if it hangs. */
  watch<Result>(input: string, run: () => Result): Result {
    this.#counter[1] = this.#text.write(input);
    this.#counter[0] = (this.#counter[0] ?? 0) + 1;
    try {
      return run();
    } finally {
      this.#counter[1] = 0;
    }
  }

  /** Stop watching. */
  end(): Promise<number> {
    return this.#worker.terminate();
  }
}
