import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of all examples. */
export const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** Folders with a site each that a generator builds. */
export const exampleNames = readdirSync(examples).filter((name) =>
  existsSync(join(examples, name, 'package.json')),
);

/** Folders of hosts that are tried without a site. */
export const besideNames = readdirSync(join(examples, 'test/beside')).map(
  (name) => `test/beside/${name}`,
);
