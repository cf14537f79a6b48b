import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asMdx } from '../src/docusaurus.js';
import { makeFolder, run } from './helpers/command.js';

const contacts = { alice: { skype: 'echo123', teams: 'alice@contoso.com' } };
const book = { 'contacts.json': JSON.stringify(contacts) };
const url = 'https://teams.microsoft.com/l/chat/0/0?users=alice%40contoso.com';

/** Pages in which the parser has to find each `LINK`, and no other link to Skype. */
const pages: Record<string, { page: string }> = {
  'a comment': { page: '<!-- a comment -->\n\n[x](LINK)\n' },
  'a comment in a line': { page: 'a <!-- [y](skype:echo123) --> [x](LINK)\n' },
  'a comment over lines': { page: '<!--\n[y](skype:echo123)\n\nb -->\n\n[x](LINK)\n' },
  'a comment in a list': { page: '- <!-- b -->\n  [x](LINK)\n- c\n' },
  'the id of a heading': { page: '## Install {#install}\n\n[x](LINK)\n' },
  'an id with braces and a link': { page: '# A {1 + 1} [x](LINK) {#a-b}\n\ntext\n' },
  'an id that is escaped': { page: '### A \\{#a}\n\n[x](LINK)\n' },
  'ids with CRLF': { page: '## A {#a}\r\n\r\n### B {#b}\r\n\r\n[x](LINK)\r\n' },
  'a block of code for MDX': {
    page: 'a\n\n```mdx-code-block\n<b>\n\n[x](LINK)\n\n</b>\n```\n\nb {1}\n',
  },
  'a longer block with CRLF': {
    page: '````mdx-code-block\r\n[x](LINK)\r\n````\r\n\r\n[y](LINK)\r\n',
  },
  'an admonition': { page: ':::note A title\n\n[x](LINK)\n\n:::\n' },
  'an expression': { page: '[x](LINK) {1 + 1} <b title={"{#"}>{/* c */}</b>\n' },
  'other code': { page: '```md\n## A {#a}\n[x](skype:echo123)\n```\n\n[x](LINK)\n' },
  'a block that is not closed': { page: '```mdx-code-block\n[x](skype:echo123)\n' },
};

describe.each(Object.entries(pages))('MDX of Docusaurus with %s', (_, { page }) => {
  const before = page.replaceAll('LINK', 'skype:echo123');
  const folder = makeFolder({ ...book, 'a.mdx': before });

  test('is read, with each link in its place', async () => {
    const args = ['check', '.', '--report', 'json', '--quiet'];
    const [file] = JSON.parse((await run(folder, ...args)).stdout);
    const count = page.split('LINK').length - 1;
    const messages: Array<{
      actual: string;
      ruleId: string;
      line: number;
      column: number;
    }> = file?.messages ?? [];
    expect(messages.map(({ actual }) => actual)).toEqual(
      [...page.matchAll(/\[.\]\(LINK\)/g)].map(([link]) =>
        link.replace('LINK', 'skype:echo123'),
      ),
    );
    expect(messages).toHaveLength(count);
    for (const { column, line } of messages) {
      const source = page.split('\n')[line - 1] ?? '';
      expect(source.slice(column - 1).replace(/^.\s*/, '[')).toMatch(/^\[.*\]\(LINK\)/);
    }
  });

  test('is changed in its links only', async () => {
    const args = ['migrate', '.', '-c', 'contacts.json', '--write'];
    expect((await run(folder, ...args)).status).toBe(0);
    expect(readFileSync(join(folder, 'a.mdx'), 'utf8')).toBe(
      page.replaceAll('LINK', url),
    );
  });
});

test('a comment that is not closed is an error, as in Docusaurus', async () => {
  const folder = makeFolder({ 'a.mdx': '<!-- a\n\n[x](skype:a)\n' });
  expect(await run(folder, 'check', '.')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^a\.mdx:1:2: error: Cannot parse file: /),
  });
});

test('nothing moves', () => {
  const part = fc.constantFrom(
    ...['\n', '\r\n', '#', '## a ', '{#', '{', '}', '`', '```', '````', ' ', 'a'],
    ...['```mdx-code-block\n', '````mdx-code-block\r\n', '\n```\n'],
  );
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('')),
      (text) => {
        const mdx = asMdx(text);
        expect(mdx).toHaveLength(text.length);
        expect(mdx.replace(/[^\r\n]/g, '')).toBe(text.replace(/[^\r\n]/g, ''));
        if (!text.includes('mdx-code-block') && !/^#.*\{#/m.test(text)) {
          expect(mdx).toBe(text);
        }
      },
    ),
  );
});
