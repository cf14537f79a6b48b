import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { ConfigurationFinder } from 'contact-links';
import type { ParsedPage, ParseRequest } from '../host.js';
import { createPageParser } from '../parse/parse-page.js';

const parse = createPageParser(async (configuration) => {
  const rcPath = fileURLToPath(configuration);
  const finder = new ConfigurationFinder({ detectConfig: false, rcPath }, '/');
  const found = await finder.find(rcPath);
  return found?.plugins ?? [];
});

parentPort?.on('message', async (message: { id: number; request: ParseRequest }) => {
  let page: ParsedPage | undefined;
  try {
    page = await parse(message.request);
  } finally {
    // Without a page, the result of the scanner counts.
    parentPort?.postMessage({ id: message.id, page });
  }
});
