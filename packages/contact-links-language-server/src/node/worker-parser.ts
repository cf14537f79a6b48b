import { Worker } from 'node:worker_threads';
import type { PageParser, ParsedPage, ParseRequest } from '../host.js';

/** The memory of a worker, which keeps the server below 150 MB in all. */
const memory = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 4 };
/** How long a worker may take for a page, and how long it waits for one, in milliseconds. */
const longest = 20_000;
const idle = 30_000;

/** A page that is parsed, or waits. */
interface Job {
  id: number;
  request: ParseRequest;
  finish: (page: ParsedPage | undefined) => void;
}

/**
 * Parses pages in a worker, one after the other; of several texts of a page, the last one counts.
 * A worker that fails or takes too long is ended, and a new one starts with the next page.
 */
export class WorkerParser implements PageParser {
  readonly #script: URL;
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running: Job | undefined;
  #waiting = new Map<string, Job>();
  #id = 0;

  /**
   * @param script
   *   The script that runs in the worker.
   */
  constructor(script: URL) {
    this.#script = script;
  }

  parse(request: ParseRequest): Promise<ParsedPage | undefined> {
    return new Promise((finish) => {
      this.#waiting.get(request.uri)?.finish(undefined);
      this.#waiting.delete(request.uri);
      this.#waiting.set(request.uri, { id: ++this.#id, request, finish });
      this.#next();
    });
  }

  dispose(): void {
    this.#end();
    for (const { finish } of this.#waiting.values()) finish(undefined);
    this.#waiting.clear();
  }

  #next(): void {
    if (this.#running) return;
    clearTimeout(this.#timer);
    const [job] = this.#waiting.values();
    if (!job) {
      this.#timer = setTimeout(() => this.#end(), idle).unref();
      return;
    }
    this.#waiting.delete(job.request.uri);
    this.#running = job;
    this.#worker ??= this.#start();
    this.#worker.postMessage({ id: job.id, request: job.request });
    this.#timer = setTimeout(() => this.#fail(), longest).unref();
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { resourceLimits: memory });
    worker.unref();
    worker.on(
      'message',
      ({ id, page }: { id: number; page: ParsedPage | undefined }) => {
        if (id === this.#running?.id) this.#finish(page);
      },
    );
    worker.on('error', () => {
      if (worker === this.#worker) this.#fail();
    });
    return worker;
  }

  #finish(page: ParsedPage | undefined): void {
    const job = this.#running;
    this.#running = undefined;
    job?.finish(page);
    this.#next();
  }

  #fail(): void {
    this.#end();
    this.#next();
  }

  #end(): void {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#running?.finish(undefined);
    this.#running = undefined;
  }
}
