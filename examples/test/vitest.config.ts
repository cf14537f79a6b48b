import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The examples, built and opened in a browser: `npm run test:examples`. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.test.ts'],
    globalSetup: ['pack.ts'],
    // On a busy machine, installing and building a site takes long.
    hookTimeout: 300_000,
    testTimeout: 180_000,
    // Each build already uses several processes.
    maxWorkers: 2,
  },
});
