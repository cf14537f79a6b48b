import process from 'node:process';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

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
 * micromark and its utilities have a development build that checks itself. What makes tokens
 * for it runs with that, too; everything runs with what is published.
 */
export default defineConfig(({ mode }) => {
  const isFuzz = mode === 'fuzz';
  const env = {
    UPDATE_FIXTURES: mode === 'update' ? '1' : '0',
    // The same documents in each run, so that a build that passed passes again.
    SEED: process.env.SEED ?? (isFuzz ? String(Date.now() % 2 ** 31) : '20250505'),
    RUNS: process.env.RUNS ?? (isFuzz ? '20000' : '100'),
  };
  // Properties take their time on a busy machine; none is a test of speed.
  const timeout = isFuzz ? 0 : 120_000;
  const include = ['test/**/*.test.ts'];
  const test = {
    env,
    include,
    // No test changes what another file of tests has; to load all for each takes a third longer.
    isolate: false,
    setupFiles: ['test/setup.ts'],
    hookTimeout: timeout,
    testTimeout: timeout,
  };
  const ofMicromark = ['test/{beside,fixtures,mdx,properties,tree}.test.ts'];
  // These run what is published, not the sources.
  const ofPackages = ['packages/*/test/**/*.test.ts'];
  // These type commands of pages into a shell, as POSIX has them.
  const typed = ['packages/contact-links/test/{ci,pages,recipes}.test.ts'];
  const exclude = process.platform === 'win32' ? typed : [];
  return {
    test: {
      env,
      globalSetup: 'test/global-setup.ts',
      coverage: {
        include: ['src/**'],
        exclude: ['packages/**'],
        provider: 'v8',
        reporter: [['text', { skipFull: true }]],
        thresholds: { 100: true },
      },
      projects: [
        { plugins: [production], test: { ...test, name: 'production' } },
        // A language server ends its process, which would be that of other tests.
        {
          plugins: [production],
          test: {
            ...test,
            include: ofPackages,
            exclude,
            isolate: true,
            name: 'packages',
          },
        },
        // The development build of micromark is there for the tokens of the remark plugin.
        {
          test: {
            ...test,
            env: { ...env, ENGINES: 'remark' },
            include: ofMicromark,
            name: 'development',
          },
        },
      ],
    },
  };
});
