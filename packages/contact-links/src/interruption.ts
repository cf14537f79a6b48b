import { constants } from 'node:os';
import process from 'node:process';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** The longest text that is processed while a signal waits, in UTF-16 code units. */
const patience = 50_000;

/** The exit status of a program that a signal ends. */
export function statusOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

/**
 * Listens for signals that stop the tool, so that nothing is left half done. A signal is only
 * seen between two steps, so nobody listens during a long one: then a signal ends the tool at
 * once. So does a second signal.
 */
export class Interruption {
  /** The exit status of a program that the signal ends. Default: there was no signal. */
  status: number | undefined;

  readonly #told: ((status: number) => void) | undefined;
  readonly #listener = (signal: NodeJS.Signals): void => {
    this.interrupt(statusOf(signal));
  };

  /**
   * @param told
   *   Gets the exit status when somebody stops the tool.
   */
  constructor(told?: (status: number) => void) {
    this.#told = told;
  }

  /** Stop the tool, as a signal does. */
  interrupt(status: number): void {
    this.status = status;
    this.stop();
    this.#told?.(status);
  }

  /** Begin to listen. */
  start(): void {
    for (const signal of signals) process.on(signal, this.#listener);
  }

  /** Stop listening: signals do what they do by default. */
  stop(): void {
    for (const signal of signals) process.off(signal, this.#listener);
  }

  /**
   * Take a step in which nothing is written.
   *
   * @param length
   *   The length of the text that is processed, in UTF-16 code units.
   * @param step
   *   The step.
   * @returns
   *   The result of the step.
   */
  during<Result>(length: number, step: () => Result): Result {
    if (length <= patience || this.status !== undefined) return step();
    this.stop();
    try {
      return step();
    } finally {
      this.start();
    }
  }
}
