import { defineConfig } from 'vitest/config';

const include = ['test/**/*.test.ts'];

/** micromark and its friends have a build that checks itself; all tests run in both. */
export default defineConfig({
  test: {
    projects: [
      {
        mode: 'production',
        ssr: {
          resolve: { conditions: ['node', 'module'], externalConditions: ['node'] },
        },
        test: { name: 'production', include },
      },
      { test: { name: 'development', include } },
    ],
  },
});
