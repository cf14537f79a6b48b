import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Options } from '../../src/index.js';

const root = new URL('../../fixtures/', import.meta.url);

/** One case: a folder of `fixtures/`. */
export interface Fixture {
  name: string;
  input: string;
  options: Options<string>;
  /** Path of a file of the case, for snapshots. */
  path: (file: string) => string;
  has: (file: string) => boolean;
}

/** All cases. They say nothing of retired services unless their options ask for it. */
export const fixtures: ReadonlyArray<Fixture> = readdirSync(root).map((name) => {
  const folder = new URL(`${name}/`, root);
  const has = (file: string): boolean => existsSync(new URL(file, folder));
  const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
  const given: Options<string> = has('options.json')
    ? JSON.parse(read('options.json'))
    : {};
  return {
    name,
    input: read('input.md'),
    options: { retired: 'ignore', ...given },
    path: (file) => new URL(file, folder).pathname,
    has,
  };
});
