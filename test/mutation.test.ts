import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
// Folders here find the packages of the repository.
mkdirSync(join(root, '.tmp'), { recursive: true });
const folder = mkdtempSync(join(root, '.tmp/mutation-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** One of the mutants below never ends; nothing asks what `unused` returns. */
const source = `
export const first = 'one';
export const next = (n: number) => n + 1;
export const twice = (n: number) => n * 2;
export const unused = (n: number) => n - 1;
export function count(end: number) {
  let n = 0;
  while (n < end) n++;
  return n;
}
`;

const tests = `
import { expect, test } from 'vitest';
import { count, first, next, twice } from '../src/source.js';

test('first', () => expect(first).toBe('one'));
test('next', async () => expect(await next(1)).toBe(2));
test('twice', () => expect(twice(2)).toBeGreaterThan(0));
test('count', () => expect(count(3)).toBe(3));
`;

const config = {
  plugins: [join(root, 'test/mutation/runner.js')],
  testRunner: 'loaded-once',
  loadedOnce: { sources: ['src/source.ts'], tests: ['test/source.test.ts'] },
  mutate: ['src/*.ts'],
  concurrency: 1,
  reporters: ['json'],
  jsonReporter: { fileName: 'report.json' },
};

interface Mutant {
  replacement: string;
  static: boolean;
  status: string;
}

test('each mutant is run against the tests that reach it', () => {
  const files = {
    'package.json': '{"type": "module"}',
    'src/source.ts': source,
    'stryker.config.json': JSON.stringify(config),
    'test/source.test.ts': tests,
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const command = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  execFileSync(process.execPath, [command, 'run'], { cwd: folder, stdio: 'pipe' });
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  const { mutants } = report.files['src/source.ts'];
  const found = mutants.map(
    ({ replacement, static: isStatic, status }: Mutant) =>
      `${isStatic ? 'static ' : ''}${replacement.replace(/\s+/g, ' ')}: ${status}`,
  );
  expect(found).toEqual([
    'n + 1: NoCoverage',
    'n - 1: Killed',
    'n / 2: Survived',
    '{}: Killed',
    'false: Killed',
    'n <= end: Killed',
    'n >= end: Killed',
    'n--: Timeout',
    'static "": Killed',
    'static () => undefined: Killed',
    'static () => undefined: Killed',
    'static () => undefined: Survived',
  ]);
});
