import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folders here find what the packages depend on in that of the repository. */
const temporary = join(root, '.tmp');

/**
 * Make a folder in which packages of the repository are installed, as they would be published.
 *
 * @param names
 *   Names of the packages.
 */
export function makeFolderWith(names: ReadonlyArray<string>): string {
  mkdirSync(temporary, { recursive: true });
  const folder = mkdtempSync(join(temporary, 'packed-'));
  const packed = execFileSync(
    'npm',
    [
      ...['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
      ...names.flatMap((name) => ['--workspace', name]),
    ],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  // Of several, npm 11 gives a list, and npm 12 an object.
  for (const { filename, name } of Object.values<Packed>(JSON.parse(packed))) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(place, { recursive: true });
    const tarball = join(folder, filename);
    execFileSync('tar', ['-xzf', tarball, '-C', place, '--strip-components', '1']);
  }
  return folder;
}

interface Packed {
  filename: string;
  name: string;
}

/** What a run of a command comes to. */
export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Run the command of a package that the repository depends on.
 *
 * @param folder
 *   Where it runs.
 * @param name
 *   The name that the package has in the repository.
 */
export function runBinary(folder: string, name: string, ...args: Array<string>): Run {
  const place = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  const [path = ''] = typeof bin === 'string' ? [bin] : Object.values<string>(bin);
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(place, path), ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  return { status, stdout, stderr };
}
