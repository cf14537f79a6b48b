import process from 'node:process';
import fc from 'fast-check';

/**
 * Where random documents begin, and how many there are: `SEED=… npm run test:unit` tries
 * others, `npm run fuzz` more.
 */
fc.configureGlobal({
  numRuns: Number(process.env.RUNS),
  seed: Number(process.env.SEED),
});
