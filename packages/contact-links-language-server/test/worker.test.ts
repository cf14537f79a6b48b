import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WorkerParser } from '../src/node/worker-parser.js';

const request = { text: '', isMdx: false, options: {}, plain: {}, plugins: undefined };
const page = { links: [1], messages: [], rewrites: [] };

describe('a worker that', () => {
  let folder: string;
  const parsers: Array<WorkerParser> = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'contact-links-'));
  });
  afterEach(() => {
    for (const parser of parsers.splice(0)) parser.dispose();
    vi.useRealTimers();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A parser whose worker runs some code for each `request`, with its `id`. */
  function parserOf(code: string): WorkerParser {
    const path = join(folder, `${parsers.length}-${Date.now()}.mjs`);
    writeFileSync(
      path,
      `import { parentPort } from 'node:worker_threads';
       const page = ${JSON.stringify(page)};
       parentPort.on('message', ({ id, request }) => { ${code} });`,
    );
    const parser = new WorkerParser(pathToFileURL(path));
    parsers.push(parser);
    return parser;
  }

  const answers = 'parentPort.postMessage({ id, page });';

  test('fails, is replaced for the next page', async () => {
    const parser = parserOf(
      `if (request.text === 'bad') throw new Error(); ${answers}`,
    );
    const bad = parser.parse({ ...request, uri: 'a', text: 'bad' });
    const good = parser.parse({ ...request, uri: 'b' });
    expect(await bad).toBeUndefined();
    expect(await good).toEqual(page);
  });

  test('takes too long, is ended', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const parser = parserOf(`if (request.text !== 'bad') ${answers}`);
    const bad = parser.parse({ ...request, uri: 'a', text: 'bad' });
    const good = parser.parse({ ...request, uri: 'b' });
    vi.advanceTimersByTime(20_000);
    expect(await bad).toBeUndefined();
    expect(await good).toEqual(page);
    // Nobody needs it for a while.
    vi.advanceTimersByTime(30_000);
    expect(await parser.parse({ ...request, uri: 'a' })).toEqual(page);
  });

  test('has several texts of a page waiting, parses the last', async () => {
    const parser = parserOf(answers);
    const all = ['a', 'a', 'a'].map((uri) => parser.parse({ ...request, uri }));
    expect(await Promise.all(all)).toEqual([page, undefined, page]);
  });

  test('is disposed of, answers nothing', async () => {
    const parser = parserOf('');
    const all = ['a', 'b'].map((uri) => parser.parse({ ...request, uri }));
    parser.dispose();
    expect(await Promise.all(all)).toEqual([undefined, undefined]);
  });
});
