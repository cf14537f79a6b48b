import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** A release to a registry on this machine: `npm run rehearse`. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.test.ts'],
    // Each step builds and packs all packages, or installs them with what they depend on.
    hookTimeout: 600_000,
    testTimeout: 600_000,
    // Each step needs the one before it.
    bail: 1,
  },
});
