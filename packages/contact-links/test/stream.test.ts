import { describe, expect, test } from 'vitest';
import { makeFolder, run } from './helpers/command.js';

/** Whoever gets to the last file finds out that nothing can be done at all. */
const folderOf = (page: string) =>
  makeFolder({
    'a/page.md': `${page}\n`,
    'b/.contact-linksrc.json': '{"servicez": {}}',
    'b/page.md': `${page}\n`,
  });
const wrong = '[[skype:cal echo123]]';

describe('a file is reported before the next one is read', () => {
  test.each([
    ['lines', /^a\/page\.md:1:1: warning: .+\n$/],
    ['github', /^::warning file=a\/page\.md,.+\n$/],
    ['json', /^\[\n\{"path":"a\/page\.md".+\}$/],
    ['sarif', /^\{"\$schema":.+"results":\[\n\{"ruleId":"unknown-action".+\}$/],
  ])('in %s', async (report, expected) => {
    const result = await run(folderOf(wrong), 'check', 'a', 'b', '--report', report);
    expect(result).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Wrong option `servicez`'),
    });
    expect(result.stdout).toMatch(expected);
  });

  test('by migrate, beside its diff', async () => {
    const page = '[x](skype:nobody)';
    const { stderr } = await run(folderOf(page), 'migrate', 'a', 'b');
    expect(stderr).toMatch(/^a\/page\.md:1:1: warning: .+\nb\/.+servicez/);
  });

  test.each([
    ['lines', 'a/page.md:1:1: skype echo123\n'],
    [
      'json',
      '[\n{"service":"skype","person":null,"address":"echo123","url":"skype:echo123","file":"a/page.md","line":1,"column":1}',
    ],
  ])('by list, in %s', async (report, expected) => {
    const folder = folderOf('[x](skype:echo123)');
    const { stdout } = await run(folder, 'list', 'a', 'b', '--report', report);
    expect(stdout).toBe(expected);
  });

  test('but not to a reporter of vfile, which gets all at once', async () => {
    const folder = folderOf(wrong);
    makeFolder({ 'all.js': 'export default (files) => String(files.length)' }, folder);
    const all = ['--report', './all.js'];
    expect((await run(folder, 'check', 'a', 'b', ...all)).stdout).toBe('');
    makeFolder({ 'b/.contact-linksrc.json': '{}' }, folder);
    expect((await run(folder, 'check', 'a', 'b', ...all)).stdout).toBe('2\n');
  });
});

test('each report is whole, whatever there is to say', async () => {
  const folder = makeFolder({
    'a.md': wrong,
    'b.md': `${wrong}\n${wrong}`,
    'c.md': '',
  });
  const report = async (name: string, ...paths: Array<string>) =>
    JSON.parse((await run(folder, 'check', ...paths, '--report', name)).stdout);
  expect(await report('json', 'c.md')).toEqual([]);
  const files = (await report('json', '.')) as Array<{ messages: Array<object> }>;
  expect(files.map(({ messages }) => messages.length)).toEqual([1, 2]);
  expect((await report('sarif', '.')).runs[0].results).toHaveLength(3);
});

test('a file that cannot be read does not count as checked', async () => {
  const folder = makeFolder({ 'a.md': 'Nothing.\n' });
  expect((await run(folder, 'check', 'a.md', 'gone.md')).stderr).toBe(
    'Checked 1 file: 1 error\n',
  );
  expect((await run(folder, 'migrate', 'gone.md')).stderr).toContain('Read 0 files\n');
});
