import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The extension in VS Code itself, in a browser: `npm run test:vscode`. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.test.ts'],
    // The editor takes its time to be installed, and to start on a busy machine.
    hookTimeout: 600_000,
    testTimeout: 120_000,
  },
});
