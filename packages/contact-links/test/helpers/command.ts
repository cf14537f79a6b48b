import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The binary, as it is published. */
export const binary = fileURLToPath(new URL('../../dist/command.js', import.meta.url));

/** Windows has no modes of files, no pipes with names, and no signals that can be caught. */
export const onWindows = process.platform === 'win32';

/** Nothing in the folders above says anything of configuration or of CI. */
const temporary = fileURLToPath(new URL('../../../../.tmp/', import.meta.url));

const made: Array<string> = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/**
 * Make a folder with files, which is gone after the tests.
 *
 * @param folder
 *   One that is there, to add files to it. Default: a new one.
 */
export function makeFolder(
  files: Record<string, string | Buffer> = {},
  folder = newFolder(),
): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

function newFolder(): string {
  mkdirSync(temporary, { recursive: true });
  const folder = mkdtempSync(join(temporary, 'command-'));
  made.push(folder);
  return folder;
}

/** What a run of the tool comes to. */
export interface Result {
  status: number | null;
  stdout: string;
  stderr: string;
}

const runner = fileURLToPath(new URL('runner.js', import.meta.url));
let child: ChildProcess | undefined;
let isRunning = false;
afterAll(() => {
  child?.kill();
  child = undefined;
});

/**
 * Run the tool in a folder: what is published, in one process for all runs of a file of
 * tests, one after the other.
 */
export async function run(folder: string, ...args: Array<string>): Promise<Result> {
  if (isRunning) throw new Error('Expected one run at a time: await the one before');
  isRunning = true;
  child ??= fork(runner, { silent: true });
  const ended = new AbortController();
  const end = () => ended.abort();
  child.once('exit', end).send({ args, cwd: folder });
  try {
    const [result] = await once(child, 'message', { signal: ended.signal });
    return onWindows ? withSlashes(result) : result;
  } finally {
    child.off('exit', end);
    isRunning = false;
  }
}

/** A path of files that tests have, also in JSON. */
const path = /(?:[\w.-]+\\{1,2})+[\w.-]+\.(?:html|js|json|mdx?|txt)\b/g;

/** Write paths with slashes. */
function withSlashes({ status, stderr, stdout }: Result): Result {
  const change = (text: string) =>
    text.replace(path, (found) => found.replace(/\\+/g, '/'));
  return { status, stdout: change(stdout), stderr: change(stderr) };
}

/** Run the tool in a folder, in a process of its own. */
export function runAlone(folder: string, ...args: Array<string>): Result {
  const { status, stderr, stdout } = spawnSync(process.execPath, [binary, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Start the tool in a folder. */
export function start(folder: string, ...args: Array<string>) {
  return spawn(process.execPath, [binary, ...args], { cwd: folder });
}
