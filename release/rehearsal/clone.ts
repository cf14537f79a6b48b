import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is read of a `package.json`. */
export interface Manifest {
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  name: string;
  private?: boolean;
  version: string;
}

/** Run git in a folder, as somebody who has not set it up. */
export function git(folder: string, ...args: Array<string>): string {
  const name = ['-c', 'user.name=Rehearsal', '-c', 'user.email=rehearsal@localhost'];
  const options = { cwd: folder, encoding: 'utf8' } as const;
  return execFileSync('git', [...name, '-c', 'commit.gpgSign=false', ...args], options);
}

/** Commit everything in a folder. */
export function commit(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', message);
}

/** Copy this checkout as a clone has it: what Git has, or would have if it were added. */
export function clone(folder: string): void {
  const listed = git(
    root,
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
  );
  for (const file of listed.split('\0')) {
    if (file && existsSync(join(root, file)))
      cpSync(join(root, file), join(folder, file));
  }
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  commit(folder, 'Start');
}

/** Read the `package.json` of each package in a clone. */
export function manifests(folder: string): Array<Manifest> {
  const packages = readdirSync(join(folder, 'packages'));
  return ['.', ...packages.map((name) => join('packages', name))].map((place) =>
    JSON.parse(readFileSync(join(folder, place, 'package.json'), 'utf8')),
  );
}
