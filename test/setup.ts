import process from 'node:process';
import fc from 'fast-check';

/**
 * The same documents in each run, so that a build that passed passes again. Others are
 * tried with `SEED=… npm run test:unit`; fast-check prints the seed when it finds something.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20250505) });
