import { defineConfig } from 'vitest/config';

/**
 * What mutants of the core and the services are run against: the fixtures and the tests of
 * options, in one build of micromark and one engine, as there are thousands of mutants.
 */
export default defineConfig({
  test: {
    env: { ENGINES: 'remark', RUNS: '50', SEED: '20250505' },
    include: [
      'test/{bounds,core,fixtures,hosts,names,near-misses,options}.test.ts',
      'test/{printable,redirect,rehype,sanitize,suggestions,tree}.test.ts',
    ],
    isolate: false,
    // How long something takes says nothing about a mutant, and would be most of the run.
    testNamePattern: '^(?!.*(?:take no longer than|is found among thousands))',
    testTimeout: 120_000,
    setupFiles: ['test/setup.ts'],
  },
});
