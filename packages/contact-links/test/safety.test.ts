import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../src/arguments.js';
import { Markdown } from '../src/document.js';
import type { Edit } from '../src/edit.js';
import { findLinks } from '../src/find-links.js';
import { redirectingSettings } from '../src/redirecting-settings.js';
import { toService } from '../src/to-service.js';
import { verify } from '../src/verify.js';
import { watch } from '../src/watch.js';
import { binary, makeFolder, onWindows, run, start } from './helpers/command.js';

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
  ])('when it is not UTF-8 but %s', async (_, content) => {
    const folder = makeFolder({ ...book, 'a.md': content, 'b.md': before });
    const { status, stderr } = await run(folder, 'migrate', '.', ...args);
    expect(stderr).toContain(
      'a.md: warning: Left alone: the file is not UTF-8 [not-utf-8]',
    );
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'a.md'))).toEqual(content);
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe(after);
    expect((await run(folder, 'check', '.', '--frail')).status).toBe(1);
  });

  test('when somebody changes it meanwhile', async () => {
    const folder = makeFolder({
      ...book,
      'a.md': before,
      'b.md': before,
      // A plugin is set up when the first file has been read and is to be parsed.
      '.contact-linksrc.mjs': `import {appendFileSync} from 'node:fs'
        export default {plugins: [() => appendFileSync('a.md', 'new')]}`,
    });
    const { status, stderr } = await run(folder, 'migrate', '.', ...args);
    expect(stderr).toContain(
      'a.md: error: Left alone: the file has changed since it was read [changed-meanwhile]',
    );
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(`${before}new`);
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe(after);
  });

  test('when it is no file by then', async () => {
    const folder = makeFolder({
      ...book,
      'a.md': before,
      '.contact-linksrc.mjs': `import {unlinkSync} from 'node:fs'
        export default {plugins: [() => unlinkSync('a.md')]}`,
    });
    const { status, stderr } = await run(folder, 'migrate', '.', ...args);
    expect(stderr).toMatch(
      /^a\.md: error: Cannot write file: ENOENT.* \[cannot-write\]$/m,
    );
    expect(status).toBe(1);
    expect(readdirSync(folder)).not.toContain('a.md');
  });

  test('when it is MDX that cannot be parsed', async () => {
    const page = `{ ${before}`;
    const folder = makeFolder({ ...book, 'a.mdx': page });
    const { status, stderr } = await run(folder, 'migrate', '.', ...args);
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
  const changed = page
    .replace('<skype:echo123>', `[alice](${url})`)
    .replaceAll('skype:echo123', url);

  test('and is as before apart from its links', () => {
    expect(plan(page, () => ({}))).toEqual({ text: changed, refused: 0 });
  });

  test.each<[string, Partial<Edit>]>([
    ['breaks the link', { text: 'a b' }],
    ['opens something', { text: `${url}) *` }],
    ['leads elsewhere', { text: `${url}2` }],
    ['changes what stands before it', { start: 1 }],
    ['changes what comes after it', { end: 22 }],
  ])('and a change that %s is not made', (_, wrong) => {
    const [first = ''] = page.split(' *and* ');
    const [, rest = ''] = changed.split(' *and* ');
    const expected = `${first} *and* ${rest}`;
    expect(plan(page, (__, index) => (index === 0 ? wrong : {}))).toEqual({
      text: expected,
      refused: 1,
    });
  });

  test('and so is a document with many links, of which few are wrong', () => {
    const many = page.repeat(20);
    const { refused, text } = plan(many, (_, index) =>
      index % 20 === 7 ? { text: '' } : {},
    );
    expect(refused).toBe(3);
    expect(text?.split('skype:echo123')).toHaveLength(4);
  });
});

describe('a file is written whole', () => {
  test.skipIf(onWindows)('with its mode, and through a symbolic link', async () => {
    const folder = makeFolder({ ...book, 'real/a.txt': before });
    chmodSync(join(folder, 'real/a.txt'), 0o640);
    symlinkSync('real/a.txt', join(folder, 'a.md'));
    expect((await run(folder, 'migrate', 'a.md', ...args)).status).toBe(0);
    expect(lstatSync(join(folder, 'a.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real/a.txt'), 'utf8')).toBe(after);
    expect(statSync(join(folder, 'real/a.txt')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, 'real'))).toEqual(['a.txt']);
  });

  test.skipIf(onWindows)('under all its names', async () => {
    const long = `${before}${'text\n'.repeat(100)}`;
    const folder = makeFolder({ ...book, 'a.md': long, 'docs/b.txt': before });
    linkSync(join(folder, 'a.md'), join(folder, 'other.txt'));
    linkSync(join(folder, 'docs/b.txt'), join(folder, 'b.md'));
    chmodSync(join(folder, 'a.md'), 0o640);
    expect(await run(folder, 'migrate', '.', ...args)).toMatchObject({
      status: 0,
      stderr: 'Read 2 files\nChanged 2 links in 2 files\n',
    });
    for (const [one, other, text] of [
      ['a.md', 'other.txt', long.replace(before, after)],
      ['b.md', 'docs/b.txt', after],
    ] as const) {
      expect(readFileSync(join(folder, one), 'utf8')).toBe(text);
      expect(statSync(join(folder, one)).ino).toBe(statSync(join(folder, other)).ino);
    }
    expect(statSync(join(folder, 'a.md')).mode & 0o7777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(
      ['a.md', 'b.md', 'contacts.json', 'docs', 'other.txt'].sort(),
    );
  });

  test.skipIf(onWindows).each([0o644, 0o600, 0o2664, 0o4755, 0o1644])(
    'with all of its mode %o',
    async (mode) => {
      const folder = makeFolder({ ...book, 'a.md': before });
      chmodSync(join(folder, 'a.md'), mode);
      expect((await run(folder, 'migrate', '.', ...args)).status).toBe(0);
      expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(after);
      expect((statSync(join(folder, 'a.md')).mode & 0o7777).toString(8)).toBe(
        mode.toString(8),
      );
    },
  );

  test.skipIf(onWindows).each([['docs'], ['docs/*.md'], ['.']])(
    'but not where a symbolic link in %s leads out of it',
    async (path) => {
      const outside = makeFolder({ 'a.md': before });
      const folder = makeFolder({ ...book, 'docs/b.md': before });
      symlinkSync(join(outside, 'a.md'), join(folder, 'docs/a.md'));
      const message =
        /^docs\/a\.md: warning: Left alone: it is a symbolic link out of the folder, to `.+\/a\.md`; name that file to change it \[outside\]\n/;
      const shown = await run(folder, 'migrate', path, '-c', 'contacts.json');
      expect(shown.stderr).toMatch(message);
      expect(shown.stdout).not.toContain('a.md');
      const { status, stderr } = await run(folder, 'migrate', path, ...args);
      expect(stderr).toMatch(message);
      expect(status).toBe(0);
      expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe(before);
      expect(readFileSync(join(folder, 'docs/b.md'), 'utf8')).toBe(after);
      // Whoever names it means it.
      expect((await run(folder, 'migrate', 'docs/a.md', ...args)).status).toBe(0);
      expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe(after);
      expect(lstatSync(join(folder, 'docs/a.md')).isSymbolicLink()).toBe(true);
    },
  );

  test.skipIf(onWindows)('or left as it was when a disk is full', () => {
    const folder = makeFolder({ ...book, 'a.md': before + 'text\n'.repeat(5000) });
    linkSync(join(folder, 'a.md'), join(folder, 'other.txt'));
    // A limit of the shell takes the place of the disk.
    const shell = `ulimit -f 8; trap '' XFSZ; exec "${process.execPath}" "${binary}" "$@"`;
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', shell, '-', 'migrate', '.', ...args],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(stderr).toMatch(
      /^a\.md: error: Cannot write file: EFBIG.* \[cannot-write\]$/m,
    );
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'other.txt'), 'utf8')).toBe(
      before + 'text\n'.repeat(5000),
    );
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test.skipIf(onWindows).each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
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
      while (child.exitCode === null && read(names[0]) === page) await setTimeout(5);
      child.kill(signal);
      const [status, by] = await ended;
      expect([status, by]).toEqual(
        {
          SIGINT: [130, null],
          SIGTERM: [143, null],
          SIGKILL: [null, 'SIGKILL'],
        }[signal],
      );
      const changed = names.filter((name) => read(name) !== page);
      expect(changed.length).toBeLessThan(names.length);
      for (const name of changed) expect(read(name)).toBe(after + text);
      if (signal !== 'SIGKILL') {
        expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      }
      // The next run does the rest.
      expect((await run(folder, 'migrate', '.', ...args)).status).toBe(0);
      for (const name of names) expect(read(name)).toBe(after + text);
    },
  );
});

describe('check --watch', () => {
  test.skipIf(onWindows).each(['docs', 'docs/*.md', '{docs,more}/**/[ab].md'])(
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
      // The watcher needs a moment, on a busy machine a long one; writing again is seen again.
      for (
        let pause = 200;
        !output.includes('docs/a.md:1:1: warning: Unknown action');
        pause *= 2
      ) {
        writeFileSync(join(folder, 'docs/a.md'), '[[skype:cal a]]\n');
        writeFileSync(join(folder, 'docs/c.txt'), '[[skype:cal a]]\n');
        await setTimeout(pause);
      }
      expect(output).not.toContain('b.md');
      expect(output).not.toContain('c.txt');
      child.kill('SIGINT');
      expect(await ended).toEqual([0, null]);
    },
  );
});

describe.skipIf(onWindows)('check --watch', () => {
  const watching = async (files: Record<string, string>) => {
    const folder = makeFolder(files);
    const child = start(folder, 'check', '.', '--watch');
    const ended = once(child, 'exit');
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      told += text;
    });
    while (!told.includes('Watching')) await setTimeout(5);
    return { child, ended };
  };

  test.skipIf(onWindows).each([
    ['SIGINT', 0],
    ['SIGTERM', 143],
  ] as const)('ends on %s before it is set up', async (signal, status) => {
    const { child, ended } = await watching({ 'a.md': before });
    child.kill(signal);
    expect(await ended).toEqual([status, null]);
  });

  test.skipIf(onWindows)(
    'ends when a signal stops a run, which listens for itself',
    async () => {
      const folder = makeFolder({ 'a.md': before });
      const listeners = process.listenerCount('SIGTERM');
      let during = listeners;
      const ended = watch(parseArguments(['check', '.', '-w']), folder, async () => {
        during = process.listenerCount('SIGTERM');
        return 143;
      });
      let isOver = false;
      const over = ended.finally(() => {
        isOver = true;
      });
      // The watcher needs a moment; writing again is seen again.
      while (!isOver) {
        writeFileSync(join(folder, 'a.md'), before);
        await setTimeout(100);
      }
      expect(await over).toBe(143);
      expect(during).toBe(listeners);
      expect(process.listenerCount('SIGTERM')).toBe(listeners);
    },
  );
});

describe('a signal', () => {
  test.skipIf(onWindows).each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends the tool at once in the middle of a long file',
    async (signal) => {
      const folder = makeFolder({
        'a.md': '[[skype:cal b]] *and* [more](u)\n\n'.repeat(60_000),
      });
      const child = start(folder, 'check', 'a.md');
      const ended = once(child, 'exit');
      // It takes many times as long to read the file.
      await setTimeout(1500);
      child.kill(signal);
      expect(await ended).toEqual([null, signal]);
    },
  );
});

describe('check --watch', () => {
  test.skipIf(onWindows)('checks all again when what it goes by changes', async () => {
    const folder = makeFolder({
      'contacts.json': '{}',
      'docs/a.md': before,
      'docs/b.md': '[[skype:cal a]]\n',
    });
    const child = start(folder, 'check', 'docs', '-c', 'contacts.json', '--watch');
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const ended = once(child, 'exit');
    const until = async (text: string, again = () => {}) => {
      while (!output.includes(text)) {
        again();
        await setTimeout(700);
      }
      output = '';
    };
    await until('Watching');
    const write = (name: string, text: string) => () =>
      writeFileSync(join(folder, name), text);
    // The watcher needs a moment; writing again is seen again.
    await until(
      'write: [x](https://teams',
      write('contacts.json', book['contacts.json']),
    );
    // What is wrong for a moment ends nothing.
    await until('Cannot read address book', write('contacts.json', '{'));
    await until(
      'write: [x](https://teams',
      write('contacts.json', book['contacts.json']),
    );
    await until(
      'Checked 2 files: 1 warning',
      write('.contact-linksrc.json', '{"retired": "ignore"}'),
    );
    await until(
      '.contact-linksrc.json: Wrong option',
      write('.contact-linksrc.json', '{"services": 1}'),
    );
    rmSync(join(folder, '.contact-linksrc.json'));
    await until('docs/b.md:1:1: warning: Unknown action');
    for (const [name, syntax] of [
      ['.contact-linksrc.cjs', 'module.exports ='],
      ['.contact-linksrc.mjs', 'export default'],
    ] as const) {
      const module = (options: string) => write(name, `${syntax} ${options}\n`);
      await until(
        'Checked 2 files: nothing is wrong',
        module('{nearMisses: "ignore", invalid: "ignore", retired: "ignore"}'),
      );
      await until('Checked 2 files: 2 warnings', module('{}'));
      await until('Cannot read configuration', module('{'));
      await until('Wrong option `servicez`', module('{servicez: {}}'));
      rmSync(join(folder, name));
      await until('Checked 2 files: 2 warnings');
    }
    await until(
      'Checked 1 file: 1 warning',
      write('docs/.contact-linksignore', 'b.md\n'),
    );
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  });
});

describe('standard input', () => {
  const input = (text: string | Buffer, folder: string, ...given: Array<string>) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [binary, ...given], {
      cwd: folder,
      input: text,
    });
    return { status, stdout: String(stdout), stderr: String(stderr) };
  };
  const folder = makeFolder({
    ...book,
    'docs/.contact-linksrc.json': '{"services": {"skype": false}}',
  });

  test('is checked', () => {
    expect(input('a [[skype:cal x]]\n', folder, 'check', '-')).toEqual({
      status: 0,
      stdout:
        '<stdin>:1:3: warning: Unknown action `cal` for skype; did you mean `call`? Write `[[skype:call x]]` [unknown-action]\n',
      stderr: 'Checked 1 file: 1 warning\n',
    });
  });

  test('is what it is said to be', () => {
    const check = (path: string) =>
      input('{ [x](skype:a)\n', folder, 'check', '-', '--file-path', path).stdout;
    expect(check('a.md')).toMatch(/^a\.md:1:3: warning: /);
    expect(check('a.mdx')).toMatch(/^a\.mdx:2:1: error: Cannot parse file: /);
    expect(check('docs/a.md')).toBe('');
  });

  test('is printed as migrate changes it', () => {
    const migrate = ['migrate', '-', '-c', 'contacts.json'];
    expect(input(`\uFEFF${before}`, folder, ...migrate).stdout).toContain(
      `--- a/<stdin>\n+++ b/<stdin>\n@@ -1,1 +1,1 @@\n-\uFEFF${before}+\uFEFF${after}`,
    );
    expect(input(`\uFEFF${before}`, folder, ...migrate, '--write')).toEqual({
      status: 0,
      stdout: `\uFEFF${after}`,
      stderr: 'Read 1 file\nChanged 1 link in 1 file\n',
    });
    // Also what cannot be changed, and what need not be.
    for (const text of ['', 'text', `{ ${before}`, '\u001B[0m <skype:nobody>']) {
      const mdx = ['--file-path', 'a.mdx'];
      expect(input(text, folder, ...migrate, '--write', ...mdx).stdout).toBe(text);
    }
    const latin = Buffer.from(`caf\u00e9 ${before}`, 'latin1');
    const { status, stdout } = spawnSync(
      process.execPath,
      [binary, ...migrate, '--write'],
      { cwd: folder, input: latin },
    );
    expect(status).toBe(0);
    expect(stdout).toEqual(latin);
  });

  test.skipIf(onWindows)('is closed when the tool is stopped', async () => {
    const child = start(folder, 'check', '-');
    const ended = once(child, 'exit');
    await setTimeout(1000);
    child.kill('SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
  });
});

test('what a plugin of the site does to the tree changes no file', async () => {
  const folder = makeFolder({
    ...book,
    'a.md': `# Title\n\n${before}`,
    '.contact-linksrc.mjs':
      'export default {plugins: [() => (tree) => { tree.children.length = 0 }]}',
  });
  expect((await run(folder, 'migrate', '.', ...args)).status).toBe(0);
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(`# Title\n\n${after}`);
});
