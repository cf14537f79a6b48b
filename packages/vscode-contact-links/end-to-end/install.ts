import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The version of code-server: VS Code 1.100, for Node.js 20. Its registry is npm's, which
 * Microsoft's builds of VS Code are not on.
 */
const version = '4.100.3';
const folder = fileURLToPath(
  new URL(`../../../.tmp/code-server-${version}/`, import.meta.url),
);

/** The folder of VS Code. */
export const editor = join(folder, 'node_modules/code-server/lib/vscode');

/**
 * Install VS Code, unless it is there.
 *
 * Nothing is built: what is native in it watches files and writes logs, and there is other
 * code for the first.
 */
export function installEditor(): void {
  const isDone = join(folder, 'done');
  if (existsSync(isDone)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  npm(folder, '--no-save', `code-server@${version}`);
  npm(editor, '--omit=dev');
  writeFileSync(isDone, '');
}

function npm(cwd: string, ...arguments_: Array<string>): void {
  const all = ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...arguments_];
  const { status, stderr } = spawnSync('npm', all, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${all.join(' ')}: ${status}\n${stderr}`);
}
