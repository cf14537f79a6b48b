import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where somebody asks to look: a path, or a glob. */
export interface Target {
  /** What they wrote. */
  given: string;
  /** The folder of all files that the glob matches. Default: it is a path. */
  top?: string;
  /** The path, or what matches the glob. */
  paths(): Array<string>;
}

/** Characters of which every glob has one; most paths have none, and loading globs takes long. */
const globCharacter = /[*?[{(]/;

/** Read paths and globs; names of files such as `[slug].mdx` look like globs, and are not. */
export async function readTargets(
  given: ReadonlyArray<string>,
  cwd: string,
): Promise<Array<Target>> {
  return Promise.all(given.map((each) => readTarget(each, cwd)));
}

async function readTarget(given: string, cwd: string): Promise<Target> {
  const path = { given, paths: () => [given] };
  if (!globCharacter.test(given) || existsSync(resolve(cwd, given))) return path;
  const { globSync, hasMagic } = await import('glob');
  const isGlob = (text: string) => hasMagic(text, { magicalBraces: true });
  if (!isGlob(given)) return path;
  const parts = given.split('/');
  const above = parts.slice(0, Math.max(parts.findIndex(isGlob), 0)).join('/');
  return {
    given,
    top: above || (given[0] === '/' ? '/' : '.'),
    paths: () => globSync(given, { cwd }).sort(),
  };
}
