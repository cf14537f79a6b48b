import { defineConfig } from 'vitest/config';

/**
 * What mutants of the core and the services are run against: the fixtures and the tests of
 * options, in one build of micromark and one engine, as there are thousands of mutants.
 */
export default defineConfig({
  test: {
    env: { ENGINES: 'remark', RUNS: '150', SEED: '20250505' },
    include: [
      'test/{bounds,core,fixtures,options,redirect,rehype,sanitize,tree}.test.ts',
    ],
    setupFiles: ['test/setup.ts'],
  },
});
