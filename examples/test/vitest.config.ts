import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The examples, built and opened in a browser: `npm run test:examples`. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.test.ts'],
    globalSetup: ['pack.ts'],
    // Installing and building a site takes its time on a busy machine.
    hookTimeout: 300_000,
    testTimeout: 180_000,
    // Each builds with more than one process already.
    maxWorkers: 2,
  },
});
