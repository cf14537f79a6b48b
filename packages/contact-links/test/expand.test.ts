import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { binary, makeFolder, onWindows, run, start } from './helpers/command.js';

const page = (text: string) => makeFolder({ 'page.md': text });

/** The bytes that a command prints. */
function typed(command: string, folder: string): Buffer {
  return spawnSync(command, { cwd: folder, shell: true }).stdout;
}

/** What a page becomes. */
async function expanded(text: string, options: object = {}): Promise<string> {
  const folder = page(text);
  makeFolder({ '.contact-linksrc.json': JSON.stringify(options) }, folder);
  return (await run(folder, 'expand', 'page.md')).stdout;
}

/** Write what a site becomes into `out`, without a summary. */
const expandSite = (folder: string) =>
  run(folder, 'expand', 'site', '--out', 'out', '-q');

describe('expand, for a file', () => {
  test('prints it with plain links, and says what it did', async () => {
    const folder = page(
      'Please [[skype:call echo123]] or [[tel:+1 201 555 0123|*us*]].\n',
    );
    expect(await run(folder, 'expand', 'page.md')).toEqual({
      status: 0,
      stdout:
        'Please [Call echo123 with Skype](skype:echo123?call) or [*us*](tel:+12015550123).\n',
      stderr: 'Expanded 2 links\n',
    });
  });

  test.each([
    [
      'a label over lines of a quote',
      '> [[tel:+12015550123|Call\n> *us*]]',
      '> [Call\n> *us*](tel:+12015550123)',
    ],
    [
      'a hard line break',
      '> [[tel:+12015550123|a\\\n> b]]',
      '> [a\\\n> b](tel:+12015550123)',
    ],
    [
      'links in a label',
      '[[tel:+12015550123|a [*b*](u "t") <https://c.example> [d]]]\n\n[d]: u',
      '[a *b* https://c.example d](tel:+12015550123)\n\n[d]: u',
    ],
    [
      'space and quote marks around a label',
      '> [[tel:+12015550123|\n> Call us \n> ]]',
      '> [Call us](tel:+12015550123)',
    ],
    [
      'a footnote in a label',
      '[[tel:+12015550123|Call[^1] us]].\n\n[^1]: x',
      '[Call us](tel:+12015550123)[^1].\n\n[^1]: x',
    ],
    [
      'a label that looks like a footnote',
      '[[tel:+12015550123|^1]]\n\n[^1]: x',
      '[&#94;1](tel:+12015550123)\n\n[^1]: x',
    ],
    [
      'a label that shows nothing',
      '[[tel:+12015550123|<span></span>]]',
      '[+12015550123](tel:+12015550123)',
    ],
    [
      'a table',
      '| a |\n| - |\n| [[skype:call a;b topic="b \\| c"\\|x \\| y]] |',
      '| a |\n| - |\n| [x \\| y](skype:a;b?call&topic=b%20%7C%20c) |',
    ],
    [
      'a bracket before it',
      '[x][[tel:+12015550123|a]] [a][[tel:+12015550123|a]] [y\\][[tel:+12015550123|a]] [[Page]][[tel:+12015550123|a]] `]`[[tel:+12015550123|a]][[tel:+12015550123|a]]\n\n[a]: u',
      '[x\\][a](tel:+12015550123) [a\\][a](tel:+12015550123) [y\\][a](tel:+12015550123) [[Page]\\][a](tel:+12015550123) `]`[a](tel:+12015550123)[a](tel:+12015550123)\n\n[a]: u',
    ],
    [
      'what is Markdown in a name',
      '[[skype:live:_a_b--c]]',
      '[live&#58;\\_a\\_b\\--c](skype:live:_a_b--c)',
    ],
    ['parentheses in a URL', '[[crm:a]]', '[a](<https://crm.example/(a)>)'],
    [
      'what is wrong',
      'a [[tel:12]] [b [[tel:+12015550123]]](u)',
      'a [[tel:12]] [b [[tel:+12015550123]]](u)',
    ],
  ])('%s', async (_, before, after) => {
    const services = {
      crm: {
        title: 'CRM',
        example: 'a',
        actions: {
          open: { template: 'https://crm.example/({target})', label: '{targets}' },
        },
        default: 'open',
      },
    };
    expect(await expanded(before, { services })).toBe(after);
  });

  test('keeps byte order marks and line endings', async () => {
    expect(await expanded('\uFEFF[[tel:+12015550123]]\r\n\r\nb\r')).toBe(
      '\uFEFF[+12015550123](tel:+12015550123)\r\n\r\nb\r',
    );
  });

  test.each([
    ['without a shorthand', Buffer.from('\uFEFF[a](tel:1) <tel:+1>\r\n')],
    ['that is not UTF-8', Buffer.from('[[tel:+12015550123]] \xE9\n', 'latin1')],
    ['without a link', Buffer.from([0, 255, 10])],
  ])('prints a document %s byte for byte', (_, bytes) => {
    const folder = makeFolder({ 'page.md': bytes });
    const command = `"${process.execPath}" "${binary}" expand`;
    expect(typed(`${command} page.md -q`, folder)).toEqual(bytes);
    expect(typed(`${command} - -q < page.md`, folder)).toEqual(bytes);
  });

  test('takes addresses from the address book', async () => {
    const contacts = { bob: { name: 'Bob', teams: 'bob@contoso.com' } };
    expect(await expanded('[[teams:chat @bob]]', { contacts })).toBe(
      '[Chat with Bob in Teams](https://teams.microsoft.com/l/chat/0/0?users=bob%40contoso.com)',
    );
  });

  test('leads all links to where the site redirects them', async () => {
    const contacts = { bob: { skype: 'bob', mailto: 'bob@contoso.com', name: 'Bob_' } };
    const options = { contacts, redirect: { skype: 'mailto', tel: 'sms' } };
    const text = [
      '[[skype:chat bob]] [a](skype:bob) <skype:bob> [skype:bob](skype:bob) [[tel:+12015550123]]',
      '[b] <a href="skype:bob">c</a> [d](skype:eve)',
      '',
      '[b]: skype:bob',
    ].join('\n');
    const { contacts: _, ...without } = options;
    expect(await expanded(text, options)).toBe(
      [
        '[Chat with bob](skype:bob?chat) [a](mailto:bob@contoso.com) [Bob\\_](mailto:bob@contoso.com) [Bob\\_](mailto:bob@contoso.com) [+12015550123](sms:+12015550123)',
        '[b] <a href="mailto:bob@contoso.com">c</a> [d](skype:eve)',
        '',
        '[b]: mailto:bob@contoso.com',
      ].join('\n'),
    );
    expect(await expanded('[a](skype:bob)', without)).toBe('[a](skype:bob)');
  });

  test('keeps titles, and says which attributes are lost', async () => {
    const folder = page('[[tel:+12015550123]] [[sms:+12015550123|x]]\n');
    const attributes = {
      tel: { title: 'Call "us" \\ & me &amp;', class: 'a' },
      sms: { rel: 'me', class: 'a', title: 'a\nb' },
    };
    makeFolder({ '.contact-linksrc.json': JSON.stringify({ attributes }) }, folder);
    expect(await run(folder, 'expand', 'page.md', '--frail')).toEqual({
      status: 0,
      stdout:
        '[+12015550123](tel:+12015550123 "Call &#34;us&#34; &#92; & me &#38;amp;") [x](sms:+12015550123)\n',
      stderr: [
        'page.md: info: Plain Markdown has no attributes: 2 links of this file would have `class`, `rel`, `title` [lost-attributes]',
        'Expanded 2 links',
        '',
      ].join('\n'),
    });
  });

  test('reports wrong shorthands, which stay', async () => {
    const folder = page('[[tel:+12015550123]] [[tell:+12015550123]] [[tel:12]]\n');
    const warned = await run(folder, 'expand', 'page.md', '-q');
    expect(warned.status).toBe(0);
    expect(warned.stdout).toBe(
      '[+12015550123](tel:+12015550123) [[tell:+12015550123]] [[tel:12]]\n',
    );
    expect(warned.stderr).toMatch(
      /^page\.md:1:22: warning: .*\n.*page\.md:1:44: warning: .* \[invalid-target\]\n$/s,
    );
    expect((await run(folder, 'expand', 'page.md', '--frail')).status).toBe(1);
    makeFolder({ '.contact-linksrc.json': '{"invalid": "error"}' }, folder);
    expect(await run(folder, 'expand', 'page.md', '-q')).toMatchObject({
      status: 1,
      stdout: warned.stdout,
    });
  });

  test('leaves a link as it is where more than the link would change', async () => {
    const text = '[[tel:+1201555012|x [[tel:+12015550123]] y]] [[tel:12|*b*]]\n';
    const folder = page(text);
    const { stderr, stdout } = await run(folder, 'expand', 'page.md', '-q');
    expect(stdout).toBe(text);
    expect(stderr).toContain(
      'page.md:1:21: warning: Not expanded: more than the link would change [not-expanded]\n',
    );
  });

  test('says on demand which links are empty on GitHub', async () => {
    const folder = page(
      '[[tel:+12015550123]] [[mailto:a@b.example]] <a href="SKYPE:a">x</a> [y](vscode:z) [z](u) [[irc:irc.libera.chat/a]] [[tel:12]]\n',
    );
    makeFolder({ '.contact-linksrc.json': '{"invalid": "ignore"}' }, folder);
    const quiet = await run(folder, 'expand', 'page.md', '-q');
    expect(quiet.stderr).toBe('');
    expect(await run(folder, 'expand', 'page.md', '-q', '--for', 'github')).toEqual({
      status: 0,
      stdout: quiet.stdout,
      stderr: [
        'page.md:1:1: warning: GitHub removes the address of `tel:` links, and shows the label alone [emptied-link]',
        'page.md:1:53: warning: GitHub removes the address of `skype:` links, and shows the label alone [emptied-link]',
        '',
      ].join('\n'),
    });
  });

  test('reports MDX that cannot be parsed, and prints it', async () => {
    const folder = makeFolder({ 'page.mdx': '{ [[tel:+12015550123]]\n' });
    const { status, stderr, stdout } = await run(folder, 'expand', 'page.mdx', '-q');
    expect([status, stdout]).toEqual([1, '{ [[tel:+12015550123]]\n']);
    expect(stderr).toMatch(/^page\.mdx:.* error: Cannot parse file: .* \[syntax\]\n$/);
  });

  test.each([
    [['docs'], '`docs` is a folder: name where it goes with `--out`'],
    [
      ['a.md', '--out', 'b'],
      '`--out` is for a folder, and `a.md` is not one; a file goes to standard output',
    ],
    [['a.md', 'b.md'], '`expand` takes one file, or one folder and `--out`'],
    [['*.md'], '`expand` takes one file, or one folder and `--out`'],
    [
      ['a.md', '--for', 'gitlab'],
      'Wrong value of `--for`: given `gitlab`, expected `github`',
    ],
    [
      ['docs', '--out', 'docs'],
      'Wrong value of `--out`: given `docs`, which is or holds the folder that is expanded',
    ],
    [
      ['docs', '--out', '.'],
      'Wrong value of `--out`: given `.`, which is or holds the folder that is expanded',
    ],
    [['docs', '--out', 'a.md'], /^Cannot make folder `a\.md`: EEXIST/],
  ])('refuses %j', async (args, message) => {
    const folder = makeFolder({ 'a.md': 'a', 'b.md': 'b', 'docs/c.md': 'c' });
    const { status, stderr, stdout } = await run(folder, 'expand', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd()).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  test.each([
    ['b.md', 'No such file or folder'],
    ['a.md', 'An ignore file or pattern leaves this file out'],
  ])('prints nothing of %s, which it cannot read', async (name, reason) => {
    const folder = makeFolder({ 'a.md': 'a', '.contact-linksignore': 'a.md' });
    expect(await run(folder, 'expand', name, '-q')).toEqual({
      status: 1,
      stdout: '',
      stderr: `${name}: error: ${reason} [cannot-read]\n`,
    });
  });
});

/** The files of a folder, with what links lead to. */
function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const content = entry.isSymbolicLink()
          ? `-> ${readlinkSync(path)}`
          : readFileSync(path, 'latin1');
        return [path.slice(folder.length + 1), content];
      })
      .sort(),
  );
}

describe('expand, for a folder', () => {
  const text = '[[tel:+12015550123]]';
  const plain = '[+12015550123](tel:+12015550123)';
  const image = Buffer.from([137, 80, 78, 71, 255, 0]);

  test.skipIf(onWindows)(
    'copies it with plain links, so that it can be built',
    async () => {
      const folder = makeFolder({
        'site/book.toml': text,
        'site/src/a.md': text,
        'site/src/logo.png': image,
        'site/src/sub/b.mdx': `${text}\n`,
        'site/src/drafts/c.md': text,
        'site/.contact-linksignore': 'drafts',
        'site/node_modules/x/d.md': text,
        'site/.git/e.md': text,
        'other.md': text,
      });
      mkdirSync(join(folder, 'site/empty'));
      chmodSync(join(folder, 'site/src/a.md'), 0o640);
      const expected = {
        '.contact-linksignore': 'drafts',
        'book.toml': text,
        'src/a.md': plain,
        'src/drafts/c.md': text,
        'src/logo.png': image.toString('latin1'),
        'src/sub/b.mdx': `${plain}\n`,
      };
      const before = filesOf(join(folder, 'site'));
      for (const out of ['out/deep', 'out/deep']) {
        expect(await run(folder, 'expand', 'site', '--out', out)).toEqual({
          status: 0,
          stdout: '',
          stderr: 'Copied 6 files to out/deep, and expanded 2 links in 2 files\n',
        });
        expect(filesOf(join(folder, out))).toEqual(expected);
      }
      expect(statSync(join(folder, 'out/deep/src/a.md')).mode & 0o777).toBe(0o640);
      expect(existsSync(join(folder, 'out/deep/empty'))).toBe(true);
      expect(filesOf(join(folder, 'site'))).toEqual(before);
    },
  );

  test.skipIf(onWindows)('leaves out the folder that it writes to', async () => {
    const folder = makeFolder({ 'a.md': text, 'sub/b.md': text });
    symlinkSync('.', join(folder, 'around'));
    symlinkSync('build/sub', join(folder, 'built'));
    for (const path of ['.', 'around', '.']) {
      const { stderr } = await run(folder, 'expand', path, '--out', 'build');
      expect(stderr).toContain('and expanded 2 links in 2 files\n');
    }
    expect(filesOf(join(folder, 'build'))).toEqual({
      'a.md': plain,
      around: '-> .',
      'sub/b.md': plain,
    });
  });

  test.skipIf(onWindows)(
    'copies symbolic links in it, and none that leads out of it',
    async () => {
      const folder = makeFolder({
        'secret.md': text,
        'site/a.md': text,
        'site/b.txt': text,
        'site/sub/c.md': text,
        'site/node_modules/d.md': text,
      });
      for (const [from, to] of [
        ['site/sub/to-a.md', '../a.md'],
        ['site/to-b.md', join(folder, 'site/b.txt')],
        ['site/to-sub', 'sub'],
        ['site/gone.md', 'nowhere.md'],
        ['site/secret.md', '../secret.md'],
        ['site/up', '..'],
        ['site/module.md', 'node_modules/d.md'],
      ] as const) {
        symlinkSync(to, join(folder, from));
      }
      const { status, stderr } = await run(folder, 'expand', 'site', '--out', 'out');
      expect(status).toBe(0);
      expect(stderr).toBe(
        [
          'site/gone.md: warning: Left out: it is a symbolic link that leads nowhere, to `nowhere.md` [outside]',
          'site/module.md: warning: Left out: it is a symbolic link to `site/node_modules/d.md`, which is not copied [outside]',
          'site/secret.md: warning: Left out: it is a symbolic link to `secret.md`, which is not copied [outside]',
          'site/up: warning: Left out: it is a symbolic link to `.`, which is not copied [outside]',
          'Copied 6 files to out, and expanded 3 links in 3 files',
          '',
        ].join('\n'),
      );
      expect(filesOf(join(folder, 'out'))).toEqual({
        'a.md': plain,
        'b.txt': text,
        'sub/c.md': plain,
        'sub/to-a.md': '-> ../a.md',
        'to-b.md': plain,
        'to-sub': '-> sub',
      });
    },
  );

  test.skipIf(onWindows)(
    'writes nothing through symbolic links that are there',
    async () => {
      const folder = makeFolder({
        'site/a.md': text,
        'site/b.txt': 'b',
        'site/sub/c.md': text,
        'site/d/e.md': text,
        'safe.md': 'safe',
        'safe/c.md': 'safe',
        'out/d': 'a file',
      });
      symlinkSync('../safe.md', join(folder, 'out/a.md'));
      symlinkSync('../safe.md', join(folder, 'out/b.txt'));
      symlinkSync('../safe', join(folder, 'out/sub'));
      const { status, stderr } = await expandSite(folder);
      expect(status).toBe(1);
      const out = join(folder, 'out');
      expect(stderr.split('\n')).toEqual([
        `site/d: error: Cannot copy: \`${join(out, 'd')}\` is not a folder [cannot-write]`,
        `site/sub: error: Cannot copy: \`${join(out, 'sub')}\` is not a folder [cannot-write]`,
        `site/sub/c.md: error: Cannot write file: \`${join(out, 'sub')}\` is not a folder of \`--out\` [cannot-write]`,
        '',
      ]);
      expect(readFileSync(join(folder, 'safe.md'), 'utf8')).toBe('safe');
      expect(readFileSync(join(folder, 'safe/c.md'), 'utf8')).toBe('safe');
      expect(lstatSync(join(out, 'a.md')).isFile()).toBe(true);
      expect(readFileSync(join(out, 'a.md'), 'utf8')).toBe(plain);
    },
  );

  test('puts no file in the place of a folder, and leaves nothing behind', async () => {
    const folder = makeFolder({ 'site/a.md': text, 'out/a.md/b.md': 'mine' });
    const { status, stderr } = await expandSite(folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^site\/a\.md: error: Cannot copy: E.*\nsite\/a\.md: error: Cannot write file: E.*\n$/,
    );
    expect(filesOf(join(folder, 'out'))).toEqual({ 'a.md/b.md': 'mine' });
  });

  test('reports what is wrong in it', async () => {
    const folder = makeFolder({ 'site/a.md': '[[tel:12]]', 'site/b.md': text });
    const { status, stderr } = await run(
      folder,
      'expand',
      'site',
      '--out',
      'o',
      '--frail',
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^site\/a\.md:1:1: warning: .*\nCopied 2 files to o, and expanded 1 link in 1 file\n$/,
    );
  });

  test.skipIf(onWindows).each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('leaves whole files when %s stops it', async (signal, status) => {
    const names = Array.from({ length: 2000 }, (_, index) => `${1000 + index}.txt`);
    const folder = makeFolder(
      Object.fromEntries(names.map((name) => [`site/${name}`, text])),
    );
    const child = start(folder, 'expand', 'site', '--out', 'out');
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (more) => {
      told += more;
    });
    const ended = once(child, 'close');
    while (!existsSync(join(folder, 'out', names[0] ?? ''))) await setTimeout(1);
    child.kill(signal);
    expect(await ended).toEqual([status, null]);
    expect(told).toMatch(
      /^Copied [\d,]+ files? to out until it was interrupted, and expanded 0 links in 0 files\n$/,
    );
    const copied = readdirSync(join(folder, 'out'));
    expect(copied.length).toBeLessThan(names.length);
    expect(names).toEqual(expect.arrayContaining(copied));
  });
});
