import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { Baseline } from '../src/baseline.js';
import { makeFolder, run } from './helpers/command.js';

const wrong = '[x](tel:2015550123)';
const files = {
  'docs/a.md': `# A\n\n${wrong} and ${wrong}\n\n[y](mail:a@b.example)\n`,
  'docs/b.md': `${wrong}\n`,
};
const args = ['check', 'docs', '--baseline', 'baseline.json'];

/** A folder whose messages are remembered. */
async function remembered(more: Record<string, string> = {}) {
  const folder = makeFolder({ ...files, ...more });
  const result = await run(folder, ...args, '--update-baseline');
  return { folder, result, baseline: read(folder) };
}

function read(folder: string): string {
  return readFileSync(join(folder, 'baseline.json'), 'utf8');
}

describe('check --baseline', () => {
  test('remembers what there is, and speaks of what is new', async () => {
    const { baseline, folder, result } = await remembered();
    expect(result).toMatchObject({ status: 0, stdout: '' });
    expect(result.stderr).toBe(
      'Wrote 4 messages to baseline.json\nChecked 2 files: nothing is new; 4 messages in baseline.json not shown\n',
    );
    expect(JSON.parse(baseline)).toEqual({
      version: 1,
      files: {
        'docs/a.md': {
          'invalid-link': { [print(baseline, 'docs/a.md', 'invalid-link')]: 2 },
          'misspelled-scheme': {
            [print(baseline, 'docs/a.md', 'misspelled-scheme')]: 1,
          },
        },
        'docs/b.md': {
          'invalid-link': { [print(baseline, 'docs/b.md', 'invalid-link')]: 1 },
        },
      },
    });
    expect(await run(folder, ...args, '--frail')).toMatchObject({
      status: 0,
      stdout: '',
    });
    makeFolder({ 'docs/b.md': `${wrong}\n\n[z](mail:c@d.example)\n` }, folder);
    const { status, stderr, stdout } = await run(folder, ...args, '--frail');
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^docs\/b\.md:3:1: warning: .+\[misspelled-scheme\]\n {2}write: .+\n$/,
    );
    expect(stderr).toBe(
      'Checked 2 files: 1 warning; 4 messages in baseline.json not shown\n',
    );
    expect(read(folder)).toBe(baseline);
  });

  test('does not mind where in a file a link is', async () => {
    const { folder } = await remembered();
    const moved = `new\n\n> ${files['docs/a.md'].replaceAll('\n', '\n> ')}`;
    makeFolder({ 'docs/a.md': moved }, folder);
    expect(await run(folder, ...args, '-f')).toMatchObject({ status: 0, stdout: '' });
    // One more of the same is new.
    makeFolder({ 'docs/b.md': `${wrong}\n\n${wrong}\n` }, folder);
    expect((await run(folder, ...args)).stdout.match(/^docs/gm)).toHaveLength(1);
  });

  test('tells what no longer occurs, which counts with --frail', async () => {
    const { folder } = await remembered();
    makeFolder({ 'docs/a.md': `${wrong}\n` }, folder);
    const result = await run(folder, ...args, '-q');
    const told =
      '2 messages in baseline.json no longer occur; `--update-baseline` takes them out\n';
    expect(result).toEqual({ status: 0, stdout: '', stderr: told });
    expect((await run(folder, ...args, '-q', '-f')).status).toBe(1);
    rmSync(join(folder, 'docs/b.md'));
    expect((await run(folder, ...args, '-q')).stderr).toContain('3 messages');
    await run(folder, ...args, '--update-baseline');
    expect(Object.keys(JSON.parse(read(folder)).files)).toEqual(['docs/a.md']);
    makeFolder({ 'docs/a.md': 'text\n' }, folder);
    expect((await run(folder, ...args, '-q')).stderr).toBe(
      '1 message in baseline.json no longer occurs; `--update-baseline` takes it out\n',
    );
  });

  test('keeps what is known of files that are not read', async () => {
    const { baseline, folder } = await remembered();
    const some = ['check', 'docs/b.md', '--baseline', 'baseline.json'];
    expect((await run(folder, ...some, '-q')).stderr).toBe('');
    await run(folder, ...some, '--update-baseline');
    expect(read(folder)).toBe(baseline);
    const inside = ['check', 'b.md', '--baseline', '../baseline.json', '-q', '-f'];
    expect(await run(join(folder, 'docs'), ...inside)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('keeps what servers said where none is asked', async () => {
    const { baseline, folder } = await remembered();
    const asked = baseline.replace(
      '"docs/b.md": {',
      '"docs/b.md": {\n      "expired-link": {\n        "0": 1\n      },',
    );
    makeFolder({ 'baseline.json': asked }, folder);
    expect((await run(folder, ...args, '-q')).stderr).toBe('');
    await run(folder, ...args, '--update-baseline');
    expect(read(folder)).toBe(asked);
  });

  test('fixes what is known too, and does not say so twice', async () => {
    const { folder } = await remembered();
    const { stderr } = await run(folder, ...args, '--fix', '--update-baseline');
    expect(stderr).toContain('Fixed 1 link in 1 file\n');
    expect(read(folder)).not.toContain('misspelled-scheme');
  });

  test('never forgets a file that could not be read, and holds no text of a page', async () => {
    const { baseline, folder, result } = await remembered({
      'docs/c.mdx': `{ ${wrong}\n`,
      'docs/d.md': '[[zoom:1234567890 pwd=Secret4321 colour=1]]\n',
    });
    expect(result.stdout).toContain('[syntax]');
    expect(result.status).toBe(1);
    expect((await run(folder, ...args)).status).toBe(1);
    expect(baseline).not.toMatch(/Secret|2015550123/);
    expect(Object.keys(JSON.parse(baseline).files['docs/d.md'])).toEqual([
      'unknown-parameter',
    ]);
  });

  test.each([
    [undefined, [], /baseline\.json`: ENOENT.*; `--update-baseline` writes it/],
    ['{', [], /Cannot read baseline `baseline\.json`: /],
    ['{"version": 2}', [], /wrong `version`, expected `1`/],
    ['{"version": 1}', [], /wrong `files`, expected an object/],
    ['{"version": 1, "files": {"a": 1}}', [], /wrong `files\.a`, expected an object/],
    [
      '{"version": 1, "files": {"a": {"b": 1}}}',
      [],
      /wrong `files\.a\.b`, expected an object/,
    ],
    [
      '{"version": 1, "files": {"a": {"b": {"c": "d"}}}}',
      [],
      /wrong `files\.a\.b\.c`, expected a number/,
    ],
    ['{', ['--update-baseline'], /Cannot read baseline/],
    [
      undefined,
      ['--update-baseline', '--watch'],
      /Cannot update a baseline with `--watch`/,
    ],
    [undefined, ['--update-baseline', '--fix-dry-run'], /Cannot update a baseline/],
  ])('refuses %j with %j', async (text, more, reason) => {
    const folder = makeFolder({ ...files, ...(text ? { 'baseline.json': text } : {}) });
    const { status, stderr } = await run(folder, ...args, ...more);
    expect(stderr).toMatch(reason);
    expect(status).toBe(2);
  });

  test('refuses to update none, and one that cannot be written', async () => {
    const folder = makeFolder(files);
    const none = await run(folder, 'check', 'docs', '--update-baseline');
    expect(none.stderr).toContain('`--update-baseline` needs `--baseline`');
    const away = await run(
      folder,
      'check',
      'docs',
      '--baseline',
      'no/b.json',
      '--update-baseline',
    );
    expect(away.stderr).toContain('Cannot write baseline: ENOENT');
    expect(away.status).toBe(2);
  });
});

test('a run that was stopped writes no baseline', async () => {
  const { baseline, folder } = await remembered();
  const file = new VFile({ cwd: folder, path: 'docs/b.md' });
  file.message('Wrong', { ruleId: 'invalid-link' });
  const stopped = new Baseline('baseline.json', folder, true, () => true);
  stopped.take(file);
  expect(await stopped.compare(true)).toEqual({
    gone: 0,
    notes: ['Left baseline.json as it is: not all files were read'],
    summary: '; 1 message not shown',
  });
  expect(read(folder)).toBe(baseline);
});

function print(baseline: string, file: string, rule: string): string {
  return Object.keys(JSON.parse(baseline).files[file][rule]).join();
}

test('warnings about plain links never fail a run without --frail', async () => {
  const folder = makeFolder({
    'a.md': [
      wrong,
      '[x](mailto: a@b.example)',
      '[x](mail:a@b.example)',
      '<irc://irc.freenode.net/x>',
      '[x](skype:echo123)',
    ].join('\n\n'),
  });
  const { status, stdout } = await run(folder, 'check', '.');
  expect(stdout.match(/: warning: .+ \[([\w-]+)\]$/gm)).toHaveLength(5);
  expect(status).toBe(0);
  expect((await run(folder, 'check', '.', '--frail')).status).toBe(1);
});
