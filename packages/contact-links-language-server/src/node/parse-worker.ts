import { parentPort } from 'node:worker_threads';
import type { ParseRequest } from '../host.js';
import { createPageParser } from '../parse/parse-page.js';

const parse = createPageParser();

parentPort?.on('message', ({ id, request }: { id: number; request: ParseRequest }) => {
  let page: ReturnType<typeof parse>;
  try {
    page = parse(request);
  } finally {
    parentPort?.postMessage({ id, page });
  }
});
