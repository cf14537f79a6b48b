import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { runWell } from './processes.js';

/** Files that running an example in the checkout leaves in its folder. */
const made = new Set([
  'node_modules',
  ...['.astro', '.data', '.docusaurus', '.next', '.nuxt', '.output', '.source'],
  ...['.content-collections', '.velite'],
]);

/** The folder of an example in the checkout. */
export function source(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}

/**
 * Copy an example out of the checkout, and install its dependencies in the copy; packages of this
 * repository are installed as they are packed.
 *
 * Everything else comes in the versions of the example's lockfile: npm keeps what is locked
 * when it is told to install some more packages. After a change of dependencies,
 * `UPDATE_LOCKFILES=1 npm run test:examples` writes the lockfiles again.
 *
 * @returns
 *   Folder of the copy.
 */
export async function install(name: string): Promise<string> {
  const folder = join(inject('temporary'), name);
  cpSync(source(name), folder, {
    recursive: true,
    filter: (path) => !made.has(basename(path)),
  });
  await runWell(
    folder,
    ...['install', '--prefer-offline', '--no-audit', '--no-fund'],
    ...tarballsFor(name),
  );
  if (process.env.UPDATE_LOCKFILES) await updateLockfile(folder, name);
  return folder;
}

/**
 * List the versions in the lockfile of an example, by place in `node_modules`, without those
 * of the packages of this repository.
 *
 * @param folder
 *   The example in the checkout, or its copy.
 */
export function lockedVersions(folder: string): Record<string, string> {
  const { packages } = readJson(join(folder, 'package-lock.json'));
  const versions: Record<string, string> = {};
  for (const [place, { extraneous, version }] of Object.entries<Locked>(packages)) {
    // npm also lists some packages that it has looked at, but that nothing needs.
    const isOwn = ownPlaces().includes(place);
    if (version && !extraneous && !isOwn) versions[place] = version;
  }
  return versions;
}

/**
 * Write the lockfile of an example as it would be if the packages came from the registry.
 *
 * The packages of this repository get no place and no hash, which change with each build.
 * npm may leave out packages for other systems that its cache does not know; given an empty
 * cache, it lists all of them.
 */
async function updateLockfile(folder: string, name: string): Promise<void> {
  await runWell(
    folder,
    ...['install', '--package-lock-only', '--no-audit', '--no-fund'],
    ...['--cache', join(inject('temporary'), 'empty-cache', name)],
    ...tarballsFor(name),
  );
  const { dependencies, devDependencies } = readJson(
    join(source(name), 'package.json'),
  );
  const lock = readJson(join(folder, 'package-lock.json'));
  Object.assign(lock.packages[''], { dependencies, devDependencies });
  for (const [place, { extraneous }] of Object.entries<Locked>(lock.packages)) {
    if (extraneous) delete lock.packages[place];
  }
  for (const place of ownPlaces().filter((place) => place in lock.packages)) {
    delete lock.packages[place].integrity;
    delete lock.packages[place].resolved;
  }
  writeFileSync(
    join(source(name), 'package-lock.json'),
    JSON.stringify(lock, undefined, 2) + '\n',
  );
}

/** The packed packages that an example depends on. */
function tarballsFor(name: string): Array<string> {
  const { dependencies, devDependencies } = readJson(
    join(source(name), 'package.json'),
  );
  const wanted = Object.keys({ ...dependencies, ...devDependencies });
  return Object.entries(inject('tarballs'))
    .filter(([packed]) => wanted.includes(packed))
    .map(([, tarball]) => tarball);
}

/** Where the packed packages are in an example. */
function ownPlaces(): Array<string> {
  return Object.keys(inject('tarballs')).map((name) => `node_modules/${name}`);
}

interface Locked {
  extraneous?: boolean;
  version?: string;
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
