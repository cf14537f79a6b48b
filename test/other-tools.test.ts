import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import markdown from '@eslint/markdown';
import { ESLint, Linter } from 'eslint';
import * as mdx from 'eslint-plugin-mdx';
import type { Configuration } from 'markdownlint';
import * as markdownlint from 'markdownlint/sync';
import * as newestMarkdownlint from 'markdownlint-newest/sync';
import { format } from 'prettier';
import remarkGfm from 'remark-gfm';
import remarkLintNoUndefinedReferences from 'remark-lint-no-undefined-references';
import { afterAll, describe, expect, test } from 'vitest';
import remarkContactLinks from '../src/index.js';
import { fixtures } from './helpers/fixtures.js';
import { deadAnchors, makeFolder, readPage, root } from './helpers/pages.js';
import { format as formatByRemark, render, usual } from './helpers/remark.js';

/** What `docs/beside-other-tools.md` says is repeated here. */
const doc = readPage('docs/beside-other-tools.md');
const { text: said } = doc;

/** Shorthands as people write them, one a line of a list, and two in a table. */
const shorthands = [
  '[[tel:+1 201 555 0123]]',
  '[[mailto:help@contoso.com|our *help* desk]]',
  '[[teams:chat alice@contoso.com;bob@contoso.com topic="Weekly sync"|Alice and Bob]]',
  '[[skype:call echo123;echo-chinese|Call `us`]]',
  '[[zoom:1234567890 pwd=abc]]',
  '[[sms:+12015550123 body="I need help"]]',
  '[[matrix:#room:example.org]]',
  '[[jitsi:OurWeeklySync]]',
];
const page = [
  ...['# Contact', ''],
  ...[`Call ${shorthands.join(' or ')}.`, ''],
  ...shorthands.map((shorthand) => `- ${shorthand}`),
  ...['', '| who | where |', '| --- | ----- |'],
  ...['| Alice | [[teams:chat alice@contoso.com\\|chat]] |', ''],
].join('\n');

/** What of a page reaches somebody: addresses and labels of its links, in order. */
function linksOf(html: string): Array<string> {
  return html.match(/<a href="[^"]*"[^>]*>[\s\S]*?<\/a>/g) ?? [];
}

describe('prettier', () => {
  test.each(['preserve', 'always', 'never'] as const)(
    'leaves shorthands as they are, with proseWrap: %s',
    async (proseWrap) => {
      const formatted = await format(page, { parser: 'markdown', proseWrap });
      for (const shorthand of shorthands) {
        expect(formatted.split(shorthand)).toHaveLength(3);
      }
      expect(formatted).toContain('| [[teams:chat alice@contoso.com\\|chat]] |');
    },
  );

  /** For prettier, they end at the first `]]`; here their labels have more. */
  const others: ReadonlySet<string> = new Set([
    'label/innermost-wins-in-links-and-images',
    'label/with-code-that-holds-brackets',
    'markdown/image-descriptions-with-links-are-never-touched',
  ]);

  test.each(fixtures.filter(({ name }) => !others.has(name)))(
    'leads links of $name to where they led',
    async ({ input, options }) => {
      const formatted = await format(input, {
        parser: 'markdown',
        proseWrap: 'always',
      });
      const [before, after] = [input, formatted].map((text) =>
        linksOf(render(text, usual(options)).html).map((link) =>
          link.replace(/\s+/g, ' '),
        ),
      );
      expect(after).toEqual(before);
    },
  );
});

describe('remark', () => {
  const plain = [remarkGfm, remarkLintNoUndefinedReferences];

  test('escapes shorthands, unless it has the plugin', () => {
    expect(formatByRemark('[[tel:+12015550123]]', plain)).toBe(
      '\\[\\[tel:+12015550123]]\n',
    );
    const written = formatByRemark(page, usual());
    for (const shorthand of shorthands) expect(written).toContain(shorthand);
    expect(formatByRemark('[[skpye:call echo123]]', usual())).toBe(
      '\\[\\[skpye:call echo123]]\n',
    );
  });

  test('lints them as references, unless it has the plugin', () => {
    const ruleIds = (plugins: typeof plain) =>
      render(page, plugins).messages.map(({ ruleId }) => ruleId);
    expect(ruleIds(plain).length).toBeGreaterThan(shorthands.length);
    expect(new Set(ruleIds(plain))).toEqual(new Set(['no-undefined-references']));
    const options = [remarkContactLinks, { retired: 'ignore' }] as never;
    expect(ruleIds([...plain, options])).toEqual([]);
  });
});

describe.each(Object.entries({ markdownlint, newestMarkdownlint }))(
  '%s',
  (_, { lint }) => {
    const rulesIn = (config: Configuration) =>
      lint({ strings: { page }, config: { MD013: false, ...config } }).page?.map(
        ({ ruleNames: [name] }) => name,
      );

    test('says nothing of shorthands, unless MD052 is told to', () => {
      expect(rulesIn({})).toEqual([]);
      const found = rulesIn({ MD052: { shortcut_syntax: true } });
      expect(found).toEqual(found?.map(() => 'MD052'));
      expect(found).toHaveLength(2 * shorthands.length + 1);
      expect(said).toContain('{"MD052": {"shortcut_syntax": false}}');
    });
  },
);

describe('@eslint/markdown', () => {
  const linter = new Linter();

  function rulesIn(language: string, rules: object): Array<string | null> {
    const config = { files: ['**/*.md'], language, plugins: { markdown }, rules };
    return linter
      .verify(page, [config as Linter.Config], 'page.md')
      .map(({ ruleId }) => ruleId);
  }

  const all = Object.fromEntries(
    Object.keys(markdown.rules).map((name) => [`markdown/${name}`, 'error']),
  );

  /** What the page says to turn off: first for both languages, then for GFM. */
  const [, settings = ''] = /```js\nrules: (\{[\s\S]*?\})\n```/.exec(said) ?? [];
  const off = settings.match(/(?<=')markdown\/[\w-]+/g) ?? [];
  const without = (names: ReadonlyArray<string>) => ({
    ...all,
    ...Object.fromEntries(names.map((name) => [name, 'off'])),
  });

  test('takes shorthands for references', () => {
    const found = rulesIn('markdown/commonmark', all);
    expect(new Set(found)).toEqual(new Set(['markdown/no-missing-label-refs']));
    expect(off[0]).toBe('markdown/no-missing-label-refs');
    expect(rulesIn('markdown/commonmark', without(off.slice(0, 1)))).toEqual([]);
  });

  test('fails on addresses in brackets in GFM, in the rules that the page names', () => {
    const failing = Object.keys(all).filter((name) => {
      try {
        rulesIn('markdown/gfm', { [name]: 'error' });
        return false;
      } catch {
        return true;
      }
    });
    expect(failing.sort()).toEqual([...off].sort());
    expect(rulesIn('markdown/gfm', without(off))).toEqual([]);
  });
});

describe('eslint-plugin-mdx', () => {
  const folders: Array<string> = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  /** Lint a page in a folder with a configuration of remark, which is read once. */
  async function messagesOf(
    name: string,
    plugins: Array<string>,
  ): Promise<Array<string>> {
    const folder = makeFolder('other-tools');
    folders.push(folder);
    writeFileSync(join(folder, '.remarkrc.json'), JSON.stringify({ plugins }));
    const eslint = new ESLint({
      cwd: folder,
      overrideConfigFile: true,
      overrideConfig: mdx.flat as Linter.Config,
    });
    const text = `${page}\n[[skype:cal echo123]]\n`;
    const [result] = await eslint.lintText(text, { filePath: join(folder, name) });
    return result?.messages.map(({ message }) => message) ?? [];
  }

  test.each(['page.md', 'page.mdx'])(
    'shows what .remarkrc reports of %s',
    async (name) => {
      expect(await messagesOf(name, [])).toEqual([]);
      const [first, ...more] = await messagesOf(name, [join(root, 'dist/index.js')]);
      expect(first).toContain('did you mean `call`? Write `[[skype:call echo123]]`');
      expect(more).toEqual([]);
    },
  );
});

test('GitHub shows text, in which e-mail addresses are links', () => {
  const { html } = render('[[tel:+12015550123]] [[teams:chat alice@contoso.com]]', [
    remarkGfm,
  ]);
  expect(html).toBe(
    '<p>[[tel:+12015550123]] [[teams:chat <a href="mailto:alice@contoso.com">alice@contoso.com</a>]]</p>',
  );
});

test('the page links to its own sections', () => {
  expect(deadAnchors(doc)).toEqual([]);
});

test('the versions that the page names are those that are tried', () => {
  for (const [name, version] of [
    ['prettier', /prettier\]\(#prettier\) ([\d.]+)/],
    ['markdownlint', /markdownlint\]\(#markdownlint\) ([\d.]+) to/],
    ['markdownlint-newest', /markdownlint\]\(#markdownlint\) [\d.]+ to ([\d.]+)/],
    ['@eslint/markdown', /`@eslint\/markdown`\]\(#eslintmarkdown\) ([\d.]+)/],
    ['eslint-plugin-mdx', /`eslint-plugin-mdx`\]\(#eslint-plugin-mdx\) ([\d.]+)/],
  ] as const) {
    const path = join(root, 'node_modules', name, 'package.json');
    const { version: tried } = JSON.parse(readFileSync(path, 'utf8'));
    expect(`${tried}.`.startsWith(`${version.exec(said)?.[1]}.`), name).toBe(true);
  }
});
