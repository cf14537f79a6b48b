import { setTimeout } from 'node:timers/promises';
import type { Question } from './questions.js';
import { type Response, requestOnce } from './request.js';
import type { Turns } from './turns.js';
import { type Verdict, verdictOf, verdictOfError } from './verdict.js';

/** How questions are asked. */
export interface AskOptions {
  /** Whether servers at private addresses are asked. */
  allowPrivate: boolean;
  /** How long a request may take, in milliseconds. */
  timeLimit: number;
  /** Ends all requests at once. */
  signal: AbortSignal;
}

/** How many redirects of a link are followed. */
const mostRedirects = 5;

/** How often a server that limits requests is asked. */
const mostTries = 3;

/** The longest pause that the tool makes when a server demands one, in seconds. */
const patience = 60;

/** The most bytes of an answer that are read, which is many times what Discord needs. */
const bodyLimit = 65_536;

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Asks servers about links. */
export class Asker {
  readonly #turns: Turns;
  readonly #options: AskOptions;
  /** Hosts that demand a longer pause than the tool waits. */
  readonly #resting = new Set<string>();

  constructor(turns: Turns, options: AskOptions) {
    this.#turns = turns;
    this.#options = options;
  }

  /**
   * Ask a question, and follow redirects: each one is a request of its own, which waits for its
   * turn and goes to no private address.
   *
   * @throws {Error}
   *   When the signal has ended the requests.
   */
  async ask({ answer, url }: Question): Promise<Verdict> {
    let place = new URL(url);
    for (let step = 0; step <= mostRedirects; step++) {
      const { host } = place;
      const limit = answer === 'discord' ? bodyLimit : 0;
      const response = await this.#request(place, limit);
      if ('kind' in response) return response;
      const { location, status } = response;
      if (location === undefined || !redirects.has(status)) {
        return verdictOf(response, answer, host);
      }
      if (!URL.canParse(location, place.href)) {
        return {
          kind: 'unreachable',
          reason: `${host} redirects to something that is not a URL`,
        };
      }
      place = new URL(location, place);
      // Such a URL opens an app.
      if (!/^https?:$/.test(place.protocol)) return { kind: 'alive' };
    }
    const reason = `it redirects more than ${mostRedirects} times`;
    return { kind: 'unreachable', reason };
  }

  async #request(url: URL, limit: number): Promise<Response | Verdict> {
    const { allowPrivate, signal, timeLimit } = this.#options;
    const { host } = url;
    return this.#turns.take(host, async () => {
      for (let tries = 0; tries < mostTries && !this.#resting.has(host); tries++) {
        signal.throwIfAborted();
        const options = { allowPrivate, bodyLimit: limit, signal, timeLimit };
        let response: Response;
        try {
          response = await requestOnce(url, options);
        } catch (error) {
          signal.throwIfAborted();
          return verdictOfError(error, host, timeLimit / 1000);
        }
        const wait = pauseOf(response);
        if (wait === undefined) return response;
        if (wait > patience) break;
        await setTimeout(wait * 1000, undefined, { signal });
      }
      this.#resting.add(host);
      return { kind: 'unasked', host };
    });
  }
}

/**
 * Get the pause that a server demands, in seconds; nothing where it demands none. A pause whose
 * length the server does not say is longer than any that the tool makes.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
function pauseOf({ retryAfter, status }: Response): number | undefined {
  if (status !== 429 && (status !== 503 || retryAfter === undefined)) return undefined;
  if (retryAfter === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+(?:\.\d+)?$/.test(retryAfter)) return Number(retryAfter);
  const seconds = (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? Number.POSITIVE_INFINITY : Math.max(seconds, 0);
}
