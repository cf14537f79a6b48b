import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const include = ['test/**/*.test.ts'];
/** Properties take their time on a busy machine; none is a test of speed. */
const testTimeout = 120_000;
const setupFiles = ['test/setup.ts'];

/** Vitest always asks packages for their development build; this takes that back. */
const production: Plugin = {
  name: 'production-builds',
  configResolved({ environments, ssr }) {
    // Node takes its conditions from the first, Vite's own resolver from the others.
    if (ssr.resolve) ssr.resolve.conditions = ['node'];
    for (const { resolve } of Object.values(environments)) {
      resolve.conditions = ['node'];
      resolve.externalConditions = ['node'];
    }
  },
};

/**
 * micromark and its utilities have a development build that checks itself. All tests run
 * with that and with what is published.
 */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [production],
        test: { name: 'production', include, setupFiles, testTimeout },
      },
      { test: { name: 'development', include, setupFiles, testTimeout } },
    ],
  },
});
