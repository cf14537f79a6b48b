import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, onWindows, run } from './helpers/command.js';

const link = '[x](skype:a)';

/** The files that a run finds something in. */
async function found(folder: string, ...args: Array<string>): Promise<Array<string>> {
  const { stderr, stdout } = await run(
    folder,
    'check',
    ...args,
    '--report',
    'json',
    '--quiet',
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout).map(({ path }: { path: string }) => path);
}

describe('files', () => {
  const files = {
    'a.md': link,
    'docs/b.markdown': link,
    'docs/c.mdx': link,
    'docs/d.txt': link,
    'docs/drafts/e.md': link,
    'docs/node_modules/f.md': link,
    'other/g.md': link,
  };

  test('come from folders, paths and globs, each once', async () => {
    const folder = makeFolder(files);
    const all = [
      'a.md',
      'docs/b.markdown',
      'docs/c.mdx',
      'docs/drafts/e.md',
      'other/g.md',
    ];
    expect(await found(folder, '.')).toEqual(all);
    expect(await found(folder, 'docs', './docs/c.mdx', 'docs/d.txt')).toEqual([
      ...['docs/b.markdown', 'docs/c.mdx', 'docs/drafts/e.md', 'docs/d.txt'],
    ]);
    expect(await found(folder, '**/*.md', 'a.md')).toEqual([
      ...['a.md', 'docs/drafts/e.md', 'docs/node_modules/f.md', 'other/g.md'],
    ]);
    expect(await found(folder, '.', '--ext', 'txt,.mdx')).toEqual([
      'docs/c.mdx',
      'docs/d.txt',
    ]);
  });

  test('are left out by ignore files and patterns', async () => {
    const folder = makeFolder({
      ...files,
      '.contact-linksignore': 'drafts/\n/a.md\n',
      'other/.contact-linksignore': '*.md',
      '.other': 'docs\n',
    });
    expect(await found(folder, '.')).toEqual(['docs/b.markdown', 'docs/c.mdx']);
    expect(await found(folder, '.', '--ignore-pattern', '*.mdx,other')).toEqual([
      'docs/b.markdown',
    ]);
    expect(await found(folder, '.', '--no-ignore')).toHaveLength(5);
    expect(await found(folder, '.', '--ignore-path', '.other')).toEqual([
      'a.md',
      'other/g.md',
    ]);
    expect(await run(folder, 'check', 'a.md')).toMatchObject({
      status: 1,
      stdout:
        'a.md: error: An ignore file or pattern leaves this file out [cannot-read]\n',
    });
  });

  test.skipIf(onWindows)('do not come from folders that links lead to', async () => {
    const folder = makeFolder(files);
    symlinkSync(folder, join(folder, 'docs/around'));
    symlinkSync(join(folder, 'a.md'), join(folder, 'docs/link.md'));
    symlinkSync(join(folder, 'gone.md'), join(folder, 'docs/gone.md'));
    expect(await found(folder, 'docs')).toEqual([
      ...['docs/b.markdown', 'docs/c.mdx', 'docs/drafts/e.md', 'docs/link.md'],
    ]);
  });

  test.skipIf(onWindows)(
    'are not found a second time by a link beside them',
    async () => {
      const folder = makeFolder({
        'docs/a.md': link,
        'docs/b.txt': link,
        'docs/drafts/c.md': link,
        'docs/..d.md': link,
      });
      for (const [from, to] of [
        ['docs/link-to-a.md', 'a.md'],
        ['docs/link-to-b.md', 'b.txt'],
        ['docs/link-to-c.md', 'drafts/c.md'],
        ['docs/link-to-d.md', '..d.md'],
        ['top', 'docs'],
      ] as const) {
        symlinkSync(to, join(folder, from));
      }
      for (const [top, args] of [
        ['docs', []],
        ['top', []],
        ['docs', ['--ignore-pattern', 'drafts']],
      ] as const) {
        expect(await found(folder, top, ...args)).toEqual(
          [
            ...[`${top}/..d.md`, `${top}/a.md`],
            args.length > 0 ? [] : `${top}/drafts/c.md`,
            `${top}/link-to-b.md`,
            args.length > 0 ? `${top}/link-to-c.md` : [],
          ].flat(),
        );
      }
    },
  );

  test('have to be there, when a path or a glob names them', async () => {
    const folder = makeFolder({ 'empty/a.txt': '', 'pages/[slug].mdx': link });
    expect(await run(folder, 'check', 'empty')).toMatchObject({
      status: 0,
      stdout: '',
    });
    for (const glob of ['nope/*.md', 'empty/*.md']) {
      expect(await run(folder, 'check', glob)).toMatchObject({
        status: 1,
        stdout: `${glob}: error: No file matches [cannot-read]\n`,
      });
    }
    expect(await found(folder, 'pages/[slug].mdx')).toEqual(['pages/[slug].mdx']);
  });
});

describe('configuration', () => {
  const options = { services: { skype: false } };
  const json = JSON.stringify(options);
  test.each([
    ['.contact-linksrc', json],
    ['.contact-linksrc.json', json],
    ['.contact-linksrc.yml', 'services:\n  skype: false'],
    ['.contact-linksrc.mjs', `export default ${json}`],
    ['package.json', JSON.stringify({ contactLinksConfig: options })],
  ])('is read from %s above the file', async (name, content) => {
    const folder = makeFolder({
      [`docs/${name}`]: content,
      'docs/de/a.md': link,
      'b.md': link,
    });
    expect(await found(folder, '.')).toEqual(['b.md']);
    expect(await found(folder, '.', '--no-config')).toEqual(['b.md', 'docs/de/a.md']);
    expect(await found(folder, '.', '--rc-path', `docs/${name}`)).toEqual([]);
  });

  test('is combined with the address book', async () => {
    const folder = makeFolder({
      'page.md': '[x](skype:echo123)\n[y](skype:bob123)\n',
      'contacts.json':
        '\uFEFF{"alice": {"skype": "echo123", "teams": "alice@contoso.com"}}',
      '.contact-linksrc.json':
        '{"contacts": {"bob": {"skype": "bob123", "teams": "bob@contoso.com"}}}',
    });
    const { stdout } = await run(folder, 'check', '.', '-c', 'contacts.json');
    expect(stdout.match(/write: .*/g)).toEqual([
      'write: [x](https://teams.microsoft.com/l/chat/0/0?users=alice%40contoso.com)',
      'write: [y](https://teams.microsoft.com/l/chat/0/0?users=bob%40contoso.com)',
    ]);
  });
});

describe('a file without a link', () => {
  test('is not parsed', async () => {
    // MDX that cannot be parsed shows whether somebody tried.
    const broken = '{\n';
    for (const [text, isParsed] of [
      ['skype and callto', false],
      ['[[Page]] [[note: x]]', false],
      ['[[tel:+1]]', true],
      ['SKYPE:a', true],
      ['callTo:a', true],
    ] as const) {
      const { status } = await run(
        makeFolder({ 'a.mdx': broken + text }),
        'check',
        '.',
      );
      expect({ text, status }).toEqual({ text, status: isParsed ? 1 : 0 });
    }
  });
});
