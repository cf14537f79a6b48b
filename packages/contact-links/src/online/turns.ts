import { setTimeout } from 'node:timers/promises';
import { now } from '../clock.js';

/** How many hosts are asked at once. */
const mostHosts = 4;

/** Takes care that each host gets one request at a time, and at most four hosts get one at once. */
export class Turns {
  readonly #pause: number;
  readonly #signal: AbortSignal;
  /** Resolves when all turns that were taken with a host are over. */
  readonly #hosts = new Map<string, Promise<void>>();
  /** When the last turn with a host ended. */
  readonly #ended = new Map<string, number>();
  #free = mostHosts;
  readonly #waiting: Array<() => void> = [];

  /**
   * @param pause
   *   How long a host is left alone after an answer, in milliseconds.
   * @param signal
   *   Ends the pauses.
   */
  constructor(pause: number, signal: AbortSignal) {
    this.#pause = pause;
    this.#signal = signal;
  }

  /**
   * Wait for a turn with a host, and take it.
   *
   * @param host
   *   The host, with its port.
   */
  async take<Result>(host: string, ask: () => Promise<Result>): Promise<Result> {
    const before = this.#hosts.get(host) ?? Promise.resolve();
    const turn = before.then(async () => {
      await this.#rest(host);
      await this.#enter();
      try {
        return await ask();
      } finally {
        this.#leave();
        this.#ended.set(host, now());
      }
    });
    const end = () => {};
    this.#hosts.set(host, turn.then(end, end));
    return turn;
  }

  /** Pause before a host that has just answered is asked again. */
  async #rest(host: string): Promise<void> {
    const ended = this.#ended.get(host);
    const left = ended === undefined ? 0 : ended + this.#pause - now();
    if (left > 0) await setTimeout(left, undefined, { signal: this.#signal });
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Let the next one in, if somebody waits. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
