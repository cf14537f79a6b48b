import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of all examples. */
export const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** Folders with a site each. */
export const exampleNames = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'test')
  .map(({ name }) => name);
