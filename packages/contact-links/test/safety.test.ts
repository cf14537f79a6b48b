import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { Markdown } from '../src/document.js';
import type { Edit } from '../src/edit.js';
import { findLinks } from '../src/find-links.js';
import { redirectingSettings, toService } from '../src/to-service.js';
import { verify } from '../src/verify.js';
import { makeFolder, run, start } from './helpers/command.js';

const contacts = { alice: { skype: 'echo123', teams: 'alice@contoso.com' } };
const book = { 'contacts.json': JSON.stringify(contacts) };
const args = ['-c', 'contacts.json', '--write'];
const before = '[x](skype:echo123)\n';
const after = '[x](https://teams.microsoft.com/l/chat/0/0?users=alice%40contoso.com)\n';

describe('a file is left alone', () => {
  test.each([
    ['ISO 8859-1', Buffer.from(`caf\u00e9 ${before}`, 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${before}`, 'utf16le')],
    [
      'half a character',
      Buffer.concat([Buffer.from(before), Buffer.from([0xe2, 0x82])]),
    ],
  ])('when it is not UTF-8 but %s', (_, content) => {
    const folder = makeFolder({ ...book, 'a.md': content, 'b.md': before });
    const { status, stderr } = run(folder, 'migrate', '.', ...args);
    expect(stderr).toContain(
      'a.md: warning: Left alone: the file is not UTF-8 [not-utf-8]',
    );
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'a.md'))).toEqual(content);
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe(after);
    expect(run(folder, 'check', '.', '--frail').status).toBe(1);
  });

  test('when somebody changes it meanwhile', () => {
    const folder = makeFolder({
      ...book,
      'a.md': before,
      'b.md': before,
      // A plugin is set up when the first file has been read and is to be parsed.
      '.contact-linksrc.mjs': `import {appendFileSync} from 'node:fs'
        export default {plugins: [() => appendFileSync('a.md', 'new')]}`,
    });
    const { status, stderr } = run(folder, 'migrate', '.', ...args);
    expect(stderr).toContain(
      'a.md: error: Left alone: the file has changed meanwhile [changed-meanwhile]',
    );
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(`${before}new`);
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe(after);
  });

  test('when it is no file by then', () => {
    const folder = makeFolder({
      ...book,
      'a.md': before,
      '.contact-linksrc.mjs': `import {unlinkSync} from 'node:fs'
        export default {plugins: [() => unlinkSync('a.md')]}`,
    });
    const { status, stderr } = run(folder, 'migrate', '.', ...args);
    expect(stderr).toMatch(
      /^a\.md: error: Cannot write file: ENOENT.* \[cannot-write\]$/m,
    );
    expect(status).toBe(1);
    expect(readdirSync(folder)).not.toContain('a.md');
  });

  test('when it is MDX that cannot be parsed', () => {
    const page = `{ ${before}`;
    const folder = makeFolder({ ...book, 'a.mdx': page });
    const { status, stderr } = run(folder, 'migrate', '.', ...args);
    expect(stderr).toMatch(/^a\.mdx:\d+:\d+: error: Cannot parse file: /);
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'a.mdx'), 'utf8')).toBe(page);
  });
});

describe('a document is parsed again before it is written', () => {
  const markdown = new Markdown({ options: {}, plugins: [] }, {});
  const rewrite = toService(redirectingSettings({ contacts }, undefined));

  /** Plan the changes of a document, and change what is planned. */
  function plan(value: string, change: (edit: Edit, index: number) => Partial<Edit>) {
    const file = new VFile({ path: 'page.md', value });
    const tree = markdown.parse(file);
    const edits = findLinks(tree, value, markdown.settings).map((link, index) => {
      const edit = rewrite(link, value);
      if (!edit || !('url' in edit)) throw new Error('Expected a change');
      return { ...edit, ...change(edit, index) };
    });
    const result = verify(tree, file, edits, markdown);
    return { text: result?.text, refused: result?.refused.length };
  }

  const page =
    '[x](skype:echo123) *and* <skype:echo123>\n\n<a href="skype:echo123">z</a>\n';
  const url = 'https://teams.microsoft.com/l/chat/0/0?users=alice%40contoso.com';

  test('and is as before apart from its links', () => {
    expect(plan(page, () => ({}))).toEqual({
      text: page.replaceAll('skype:echo123', url),
      refused: 0,
    });
  });

  test.each<[string, Partial<Edit>]>([
    ['breaks the link', { text: 'a b' }],
    ['opens something', { text: `${url}) *` }],
    ['leads elsewhere', { text: `${url}2` }],
    ['changes what stands before it', { start: 1 }],
    ['changes what stands behind it', { end: 22 }],
  ])('and a change that %s is not made', (_, wrong) => {
    const [first = '', ...rest] = page.split(' *and* ');
    const expected = first + ' *and* ' + rest.join('').replaceAll('skype:echo123', url);
    expect(plan(page, (__, index) => (index === 0 ? wrong : {}))).toEqual({
      text: expected,
      refused: 1,
    });
  });

  test('and so is one with many links, of which few are wrong', () => {
    const many = page.repeat(20);
    const { refused, text } = plan(many, (_, index) =>
      index % 20 === 7 ? { text: '' } : {},
    );
    expect(refused).toBe(3);
    expect(text?.split('skype:echo123')).toHaveLength(4);
  });
});

describe('a file is written whole', () => {
  test('with its mode, and through a symbolic link', () => {
    const folder = makeFolder({ ...book, 'real/a.txt': before });
    chmodSync(join(folder, 'real/a.txt'), 0o640);
    symlinkSync('real/a.txt', join(folder, 'a.md'));
    expect(run(folder, 'migrate', 'a.md', ...args).status).toBe(0);
    expect(lstatSync(join(folder, 'a.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real/a.txt'), 'utf8')).toBe(after);
    expect(statSync(join(folder, 'real/a.txt')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, 'real'))).toEqual(['a.txt']);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'or not at all when %s interrupts',
    async (signal) => {
      const names = Array.from({ length: 200 }, (_, index) => `${1000 + index}.md`);
      const text = 'Some *text* with [a link](https://example.com).\n\n'.repeat(5);
      const page = before + text;
      const folder = makeFolder({
        ...book,
        ...Object.fromEntries(names.map((name) => [name, page])),
      });
      const read = (name = '') => readFileSync(join(folder, name), 'utf8');
      const child = start(folder, 'migrate', '.', ...args, '--quiet');
      const ended = once(child, 'exit');
      while (read(names[0]) === page) await setTimeout(5);
      child.kill(signal);
      const [status, by] = await ended;
      expect({ status, by }).toEqual(
        signal === 'SIGKILL' ? { status: null, by: signal } : { status: 130, by: null },
      );
      const changed = names.filter((name) => read(name) !== page);
      expect(changed.length).toBeLessThan(names.length);
      for (const name of changed) expect(read(name)).toBe(after + text);
      if (signal !== 'SIGKILL') {
        expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      }
      // The next run does the rest.
      expect(run(folder, 'migrate', '.', ...args).status).toBe(0);
      for (const name of names) expect(read(name)).toBe(after + text);
    },
  );
});

describe('check --watch', () => {
  test.each(['docs', 'docs/*.md', '{docs,more}/**/[ab].md'])(
    'checks what changes in %s, until it is interrupted',
    async (paths) => {
      const folder = makeFolder({ 'docs/a.md': 'Fine\n', 'docs/b.md': before });
      const child = start(folder, 'check', paths, '--watch');
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
      let told = '';
      child.stderr.setEncoding('utf8').on('data', (text) => {
        told += text;
      });
      const ended = once(child, 'exit');
      while (!told.includes('Watching')) await setTimeout(20);
      expect(output).toMatch(/^docs\/b\.md:1:1: /);
      output = '';
      // The watcher needs a moment; writing again is seen again.
      while (!output.includes('docs/a.md:1:1: warning: Unknown action')) {
        writeFileSync(join(folder, 'docs/a.md'), '[[skype:cal a]]\n');
        writeFileSync(join(folder, 'docs/c.txt'), '[[skype:cal a]]\n');
        await setTimeout(200);
      }
      expect(output).not.toContain('b.md');
      expect(output).not.toContain('c.txt');
      child.kill('SIGINT');
      expect(await ended).toEqual([0, null]);
    },
  );
});

test('what a plugin of the site does to the tree changes no file', () => {
  const folder = makeFolder({
    ...book,
    'a.md': `# Title\n\n${before}`,
    '.contact-linksrc.mjs':
      'export default {plugins: [() => (tree) => { tree.children.length = 0 }]}',
  });
  expect(run(folder, 'migrate', '.', ...args).status).toBe(0);
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(`# Title\n\n${after}`);
});
