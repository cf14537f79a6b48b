import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The site, built and opened in Chromium: `npm run test:site`. */
export default defineConfig(({ mode }) => ({
  test: {
    env: { BENCH: mode === 'bench' ? '1' : '0' },
    root: fileURLToPath(new URL('.', import.meta.url)),
    hookTimeout: 120_000,
    testTimeout: 120_000,
  },
}));
