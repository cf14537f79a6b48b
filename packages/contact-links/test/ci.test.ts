import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { binary, makeFolder } from './helpers/command.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function read(name: string) {
  return parse(readFileSync(join(root, name), 'utf8'));
}

/** Run a shell script in a folder, with the tool in the place of the package of the registry. */
function runWithTool(folder: string, script: string, variables: object = {}) {
  const bin = makeFolder();
  const npx = join(bin, 'npx');
  // Its arguments are `--yes`, the package to run, and those of the tool.
  writeFileSync(
    npx,
    `#!/bin/sh\n[ "$1" = --yes ] || exit 9\necho "$2" >&2\nshift 2\nexec "${process.execPath}" "${binary}" "$@"\n`,
  );
  chmodSync(npx, 0o755);
  const { status, stderr, stdout } = spawnSync('bash', ['-e', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...variables,
      PATH: bin + delimiter + process.env.PATH,
    },
  });
  return { status, stderr, stdout };
}

const folder = makeFolder({
  'docs/a.md': '[[skype:cal a]]\n',
  'docs/b b.md': 'Fine\n',
  'other.md': '[[skype:cal a]]\n',
});

describe('the action', () => {
  const { inputs, runs } = read('action.yml');
  const [step, ...others] = runs.steps;
  const defaults = Object.fromEntries(
    Object.entries<string>(step.env).map(([name, value]) => {
      const [, input = ''] = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value) ?? [];
      return [name, inputs[input].default];
    }),
  );

  test('has one step, into which inputs come as variables alone', () => {
    expect(others).toEqual([]);
    expect(step.run).not.toContain('${{');
    expect(Object.keys(defaults).map((name) => name.toLowerCase())).toEqual(
      expect.arrayContaining(Object.keys(inputs)),
    );
  });

  test('annotates the files that it is to check', () => {
    const given = { ...defaults, PATHS: 'docs', OPTIONS: '--frail', VERSION: '1.2.3' };
    const { status, stderr, stdout } = runWithTool(folder, step.run, given);
    expect(stdout).toMatch(/^::warning file=docs\/a\.md,line=1,/);
    expect(stdout).not.toContain('other.md');
    expect(stderr).toBe('contact-links@1.2.3\n');
    expect(status).toBe(1);
  });

  test('checks all files when nothing is said, and fails on errors alone', () => {
    const { status, stdout } = runWithTool(folder, step.run, defaults);
    expect(stdout).toContain('file=docs/a.md');
    expect(stdout).toContain('file=other.md');
    expect(status).toBe(0);
  });

  test('takes nothing of an input for a command or an option', () => {
    const given = { ...defaults, PATHS: '--help $(touch x); touch y' };
    const { stdout } = runWithTool(folder, step.run, given);
    expect(stdout).toContain('No such file or folder');
    expect(runWithTool(folder, 'ls').stdout).toBe('docs\nother.md\n');
  });
});

describe('the hook for pre-commit', () => {
  const [hook, ...others] = read('.pre-commit-hooks.yaml');

  test('checks the files that it is given', () => {
    expect(others).toEqual([]);
    const script = `${hook.entry} "docs/a.md" "docs/b b.md"`;
    const { status, stdout } = runWithTool(folder, script);
    expect(stdout).toMatch(/^docs\/a\.md:1:1: warning: Unknown action/);
    expect(status).toBe(1);
  });

  test('lets files pass that have nothing wrong', () => {
    const { status, stdout } = runWithTool(folder, `${hook.entry} "docs/b b.md"`);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
