import process from 'node:process';
import fc from 'fast-check';

/** Where random documents begin: `SEED=… npm run test:unit` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED) });
