import { readFileSync } from 'node:fs';
import markdown from '@eslint/markdown';
import { lintRules } from 'contact-links/lint';
import { Linter } from 'eslint';
import * as mdx from 'eslint-plugin-mdx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyPage } from '../../../test/helpers/lint.js';
import contactLinks from '../dist/index.js';

const linter = new Linter();

/** Check a page with all rules. */
function find(
  text: string,
  { language = 'markdown/gfm', ...config }: Linter.Config = {},
) {
  const all = {
    ...contactLinks.configs.recommended,
    files: ['**/*.md'],
    language,
    plugins: { markdown, 'contact-links': contactLinks },
    ...config,
  };
  return linter.verify(text, [all as Linter.Config], 'page.md');
}

/** Names of the rules that report something. */
function rulesIn(text: string, config?: Linter.Config) {
  return find(text, config).map(({ ruleId }) => ruleId?.replace('contact-links/', ''));
}

const wrong = '[[skype:cal bob]]';

describe.each(['markdown/gfm', 'markdown/commonmark'])('in %s', (language) => {
  test('rules tell what is wrong, where, and how to put it right', () => {
    expect(find(`# Hi\n\nCall ${wrong}.\n`, { language })).toMatchObject([
      {
        ruleId: 'contact-links/unknown-action',
        severity: 2,
        message:
          'Unknown action `cal` for skype; did you mean `call`? Write `[[skype:call bob]]`',
        line: 3,
        column: 6,
        endLine: 3,
        endColumn: 23,
        fix: { range: [22, 22], text: 'l' },
      },
    ]);
  });

  test('what is a guess is a suggestion', () => {
    const contacts = { alice: { teams: 'alice@contoso.com' } };
    const settings = { 'contact-links': { contacts } };
    const [found] = find('[[teams:chat @alcie]]', { language, settings });
    expect(found?.fix).toBeUndefined();
    expect(found?.suggestions).toMatchObject([
      { desc: 'Write `[[teams:chat @alice]]`', fix: { text: 'ic' } },
    ]);
  });

  test('so is a link to the service that replaced a closed one', () => {
    const contacts = { bob: { skype: 'bob', teams: 'bob@contoso.com' } };
    const settings = { 'contact-links': { contacts } };
    const [found] = find('[[skype:call bob]]', { language, settings });
    expect(found).toMatchObject({
      ruleId: 'contact-links/retired-service',
      severity: 1,
    });
    expect(found?.fix).toBeUndefined();
    expect(found?.suggestions?.map(({ desc }) => desc)).toEqual([
      'Write `[[teams:call bob@contoso.com]]`',
    ]);
  });

  test('a document that cannot be checked has a message', () => {
    const settings = { 'contact-links': {} };
    const found = linter.verify(
      `a\n[[tel:1]] {`,
      [
        {
          ...contactLinks.configs.recommended,
          files: ['**/*.mdx'],
          language,
          plugins: { markdown, 'contact-links': contactLinks },
          settings,
        } as Linter.Config,
      ],
      { filename: 'page.mdx' },
    );
    expect(found).toMatchObject([{ ruleId: 'contact-links/syntax', line: 2 }]);
  });
});

describe('rules', () => {
  test('are turned on one by one', () => {
    const page = `${wrong} [x](mail:a@b.example) [x](skype:bob)`;
    expect(rulesIn(page)).toEqual([
      'unknown-action',
      'misspelled-scheme',
      'retired-service',
    ]);
    const rules = { 'contact-links/misspelled-scheme': 'error' } as const;
    expect(rulesIn(page, { rules })).toEqual(['misspelled-scheme']);
  });

  test('are all recommended, and have their pages', () => {
    const { rules } = contactLinks;
    expect(Object.keys(rules)).toEqual(Object.keys(lintRules));
    expect(Object.keys(contactLinks.configs.recommended.rules ?? {})).toEqual(
      Object.keys(rules).map((ruleId) => `contact-links/${ruleId}`),
    );
    for (const [ruleId, { meta }] of Object.entries(rules)) {
      expect(meta?.docs?.url).toMatch(new RegExp(`#(?:${ruleId}|messages)$`));
      expect(meta?.docs?.description).toMatch(/^Report /);
    }
  });

  test('are in the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    for (const ruleId of Object.keys(contactLinks.rules)) {
      expect(readme).toContain(`\`${ruleId}\``);
    }
  });

  test('do what comments say', () => {
    const page = [
      '<!-- eslint-disable-next-line contact-links/unknown-action -->',
      ...[wrong, '', '<!-- contact-links-disable-next-line unknown-action -->'],
      ...[wrong, '', wrong],
    ];
    expect(find(page.join('\n')).map(({ line }) => line)).toEqual([7]);
  });

  test('take the options of the plugin from the settings', () => {
    const page = '[[skype:bob]] [[skpye:bob]]';
    const settings = {
      'contact-links': { retired: 'ignore', nearMisses: 'ignore' },
    };
    expect(rulesIn(page)).toEqual(['retired-service', 'unknown-service']);
    expect(rulesIn(page, { settings })).toEqual([]);
    expect(() => rulesIn(page, { settings: { 'contact-links': { a: 1 } } })).toThrow(
      'Wrong option `a`',
    );
  });

  test.each([true, 'x', null, []])('refuse the settings %j', (given) => {
    expect(() => rulesIn(wrong, { settings: { 'contact-links': given } })).toThrow(
      `Wrong setting \`contact-links\`: given \`${JSON.stringify(given)}\`, expected an object`,
    );
  });

  test('work in MDX as eslint-plugin-mdx reads it', () => {
    const text = `import a from 'b'\n\n{/* ${wrong} */}\n\n<b>${wrong}</b>\n`;
    const found = linter.verify(
      text,
      [
        { ...mdx.flat, files: ['**/*.mdx'] },
        { ...contactLinks.configs.recommended, files: ['**/*.mdx'] },
      ] as Array<Linter.Config>,
      'page.mdx',
    );
    expect(found.filter(({ ruleId }) => ruleId?.startsWith('contact'))).toMatchObject([
      { ruleId: 'contact-links/unknown-action', line: 5, column: 4, endColumn: 21 },
    ]);
  });
});

test('in any page, what is reported is in it, and fixes put it right', () => {
  const settings = { 'contact-links': { retired: 'ignore' } };
  const messagesIn = (page: string) => find(page, { settings });
  fc.assert(
    fc.property(anyPage, (page) => {
      const lines = page.split(/\r\n|\r|\n/);
      const found = messagesIn(page);
      for (const { column, fix, line, message, suggestions = [] } of found) {
        expect(lines[line - 1]?.length).toBeGreaterThanOrEqual(column - 1);
        for (const { range, text } of [
          fix ?? [],
          ...suggestions.map((each) => each.fix),
        ].flat()) {
          const fixed = page.slice(0, range[0]) + text + page.slice(range[1]);
          const count = (all: typeof found) =>
            all.filter((each) => each.message === message).length;
          expect(count(messagesIn(fixed))).toBeLessThan(count(found));
        }
      }
    }),
  );
});
