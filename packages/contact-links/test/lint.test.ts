import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { lint, lintRules } from '../dist/lint/index.js';
import { makeFolder } from './helpers/command.js';

const options = {};

/** The rules of what is found in a page whose configuration is given. */
function rulesWith(given: Record<string, unknown>, text: string, path = 'page.md') {
  return lint({ text, path, options: given }).map(({ ruleId }) => ruleId);
}

/** The rules of what is found in a page of a folder. */
function rulesAt(path: string, text: string) {
  return lint({ text, path }).map(({ ruleId }) => ruleId);
}

describe('a linter gets', () => {
  test('what is wrong with shorthands and with plain links, in order', () => {
    const text =
      '[[skype:cal echo123]] [x](mail:a@b.example)\n\n[[skpye:call bob]]\n\n[[tel:';
    expect(rulesWith(options, text)).toEqual([
      'unknown-action',
      'misspelled-scheme',
      'unknown-service',
      'unclosed',
    ]);
  });

  test('the part of the text that changes, and what is written then', () => {
    const [found] = lint({ text: 'a\n[[skype:cal bob]]', path: 'page.md', options });
    expect(found).toMatchObject({
      place: {
        start: { line: 2, column: 1, offset: 2 },
        end: { line: 2, column: 18, offset: 19 },
      },
      changes: [{ start: 13, end: 13, text: 'l', written: '[[skype:call bob]]' }],
      isSure: true,
    });
  });

  test('no sure change where that would reach somebody else, or there are several', () => {
    const contacts = { alice: { teams: 'alice@contoso.com' } };
    const [person] = lint({
      text: '[[teams:chat @alcie]]',
      path: 'page.md',
      options: { contacts },
    });
    expect(person).toMatchObject({ ruleId: 'unknown-contact', isSure: false });
    expect(person?.changes.map(({ written }) => written)).toEqual([
      '[[teams:chat @alice]]',
    ]);
  });

  test('why a link to a closed service stays, and where it goes otherwise', () => {
    const contacts = { bob: { skype: 'bob', teams: 'bob@contoso.com' } };
    const [stays, goes] = lint({
      text: '[[skype:call ada]] <skype:bob?call>',
      path: 'page.md',
      options: { contacts },
    });
    expect(stays).toMatchObject({
      ruleId: 'retired-service',
      reason:
        'Skype closed on 5 May 2025, and Microsoft moved its users to Teams. No replacement for this link: `contacts` has no teams address for `ada`',
      changes: [],
    });
    // To move links is for `migrate`, or for who chooses it.
    expect(goes).toMatchObject({ ruleId: 'retired-service', isSure: false });
    expect(goes?.changes[0]?.written).toContain(
      '(https://teams.microsoft.com/l/call/0/0?users=bob%40contoso.com)',
    );
  });

  test('warnings where the site stops its build, in the words of warnings', () => {
    const text = '[[skype:cal a1]] [[skype:cal b2]]';
    const found = lint({ text, path: 'page.md', options: { invalid: 'error' } });
    const usual = lint({ text, path: 'page.md', options });
    expect(found).toEqual(usual);
    expect(rulesWith({ invalid: 'ignore' }, text)).toEqual([]);
  });

  test('text that is safe to print', () => {
    const text = '[[skype:cal \u001B[31m\u202E\n|x]]';
    const [found] = lint({ text, path: 'page.md', options });
    expect(found?.reason).not.toMatch(/\p{Cc}|\u202E/u);
  });

  test('the place of a mistake in the syntax of MDX', () => {
    const text = '[[tel:1]]\n\n<a>\n[[skype:cal bob]]</b>\n';
    const [found] = lint({ text, path: 'page.mdx', options });
    expect(found).toMatchObject({ ruleId: 'syntax', url: lintRules.syntax.url });
    const { end, start } = found?.place ?? {};
    expect(text.slice(start?.offset, end?.offset)).toBe('</b>');
  });

  test('what keeps a document from being checked', () => {
    const plugin = `function () {
      const enter = { paragraph() { throw new Error('broken'); } };
      this.data().fromMarkdownExtensions = [{ enter }];
    }`;
    const config = `export default { plugins: [${plugin}] };`;
    const folder = makeFolder({ '.contact-linksrc.mjs': config });
    const found = lint({ text: '[[tel:1]]', path: join(folder, 'page.md') });
    expect(found).toMatchObject([
      { ruleId: 'cannot-process', reason: 'Cannot process file: broken', changes: [] },
    ]);
    expect(found[0]?.place).toBeUndefined();
  });
});

describe('configuration', () => {
  const page =
    '[[crm:bob]] [[crm:]] [x](tel:2015550123) <Link href="tel:2015550123">y</Link>';
  const service = {
    title: 'CRM',
    example: 'bob',
    default: 'open',
    actions: { open: { template: 'https://crm.example/{target}' } },
  };

  test('is found as the tool finds it, and again when it changes', async () => {
    const folder = makeFolder({ 'docs/page.md': '' });
    const path = join(folder, 'docs/page.mdx');
    expect(rulesAt(path, page)).toEqual(['invalid-link']);
    makeFolder(
      {
        '.contact-linksrc.json': JSON.stringify({
          services: { crm: service },
          components: ['Link'],
          rules: { 'invalid-link': 'error' },
        }),
      },
      folder,
    );
    await setTimeout(1100);
    expect(rulesAt(path, page)).toEqual([
      'missing-target',
      'invalid-link',
      'invalid-link',
    ]);
    rmSync(join(folder, '.contact-linksrc.json'));
    makeFolder(
      { 'docs/.contact-linksrc.mjs': 'export default { plugins: [] };' },
      folder,
    );
    await setTimeout(1100);
    expect(rulesAt(path, page)).toEqual(['invalid-link']);
  });

  test('that is given counts alone', () => {
    const folder = makeFolder({ '.contact-linksrc.json': '{"retired": "ignore"}' });
    const path = join(folder, 'page.mdx');
    const rules = { 'invalid-link': 'off' };
    const given = { services: { crm: service }, rules, components: ['Link'] };
    expect(rulesWith(given, page, path)).toEqual(['missing-target']);
    expect(rulesWith(given, '[x](skype:bob)', path)).toEqual(['retired-service']);
    expect(rulesAt(path, '[x](skype:bob)')).toEqual([]);
  });

  test('that is wrong is named by its key', () => {
    const folder = makeFolder({ '.contact-linksrc.json': '{"locale": "??"}' });
    expect(() => rulesWith({ locales: 'de' }, '[[tel:1]]')).toThrow(
      'Wrong option `locales`',
    );
    expect(() => rulesAt(join(folder, 'page.md'), '[[tel:1]]')).toThrow(
      /\.contact-linksrc\.json: Wrong option `locale`/,
    );
  });

  test('of a document without a link is not read', () => {
    const folder = makeFolder({ '.contact-linksrc.json': '{' });
    expect(rulesAt(join(folder, 'page.md'), 'Nothing')).toEqual([]);
  });
});
