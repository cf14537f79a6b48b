import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-languageserver-protocol/node';
import { Client } from './helpers/client.js';

const entry = fileURLToPath(new URL('../dist/browser.js', import.meta.url));

/** Messages of a worker, as the page has them. */
class Reader extends AbstractMessageReader {
  readonly #worker: Worker;
  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }
  listen(callback: DataCallback): Disposable {
    this.#worker.on('message', callback);
    return { dispose: () => this.#worker.off('message', callback) };
  }
}

class Writer extends AbstractMessageWriter {
  readonly #worker: Worker;
  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }
  async write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
  }
  end(): void {}
}

describe('the script of a worker', () => {
  let folder: string;
  let worker: Worker;
  let client: Client;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'contact-links-'));
    // As a site bundles it: whatever of Node is in it would be an error here.
    await build({
      entryPoints: { server: entry },
      bundle: true,
      conditions: ['worker'],
      format: 'esm',
      logLevel: 'silent',
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      platform: 'browser',
      splitting: true,
    });
    // What workers of browsers have, made of those of Node.
    const start = `
      import { parentPort } from 'node:worker_threads';
      globalThis.postMessage = (message) => parentPort.postMessage(message);
      globalThis.addEventListener = () => {};
      parentPort.on('message', (data) => globalThis.onmessage({ data }));
      await import(${JSON.stringify(pathToFileURL(join(folder, 'server.mjs')).href)});
      parentPort.postMessage('ready');
    `;
    worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(start)}`));
    await new Promise((resolve) => worker.once('message', resolve));
    client = new Client(
      createProtocolConnection(new Reader(worker), new Writer(worker)),
    );
    await client.start();
  });
  afterAll(async () => {
    await worker.terminate();
    rmSync(folder, { recursive: true, force: true });
  });

  test('serves the documents that are open, with a configuration among them', async () => {
    const uri = 'inmemory:///docs/page.md';
    const { version } = await client.open(uri, '[[teams:@alice]] [[skype:cal x]]');
    expect(version).toBe(1);
    const before = await client.diagnostics(uri);
    expect(before.map(({ code }) => code)).toEqual([
      'unknown-contact',
      'unknown-action',
    ]);
    await client.open(
      'inmemory:///.contact-linksrc.json',
      '{"contacts": {"alice": {"teams": "alice@contoso.com"}}}',
      'json',
    );
    await client.diagnostics(uri, ([first]) => first?.code === 'unknown-action');
  });

  test('parses pages, too', async () => {
    const uri = 'inmemory:///docs/other.md';
    await client.open(uri, '[see [[tel:+1 201 555 0123]]](https://example.com)');
    await client.diagnostics(uri, ([first]) => first?.code === 'nested-link');
  });
});
