import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Message } from '../src/markdown-it/index.js';
import { fixtures } from './helpers/fixtures.js';
import { limits } from './helpers/limits.js';
import { renderMarkdownIt, versions } from './helpers/markdown-it.js';
import { normalForm } from './helpers/normal-form.js';

describe.each(versions)('$name', (version) => {
  describe.each(fixtures)('$name', ({ input, name, options, path }) => {
    const { error, html, messages } = renderMarkdownIt(version, input, options);
    const limit = limits.markdownIt[name];

    test.skipIf(limit?.html)('HTML', () => {
      if (options.invalid === 'error') {
        expect(String(error)).toMatch(/^Error: 1:1: Unknown action/);
        return;
      }
      expect(error).toBeUndefined();
      expect(normalForm(html)).toBe(readFileSync(path('output.html'), 'utf8'));
    });

    test.skipIf(limit?.messages)('messages', () => {
      const expected = existsSync(path('messages.json'))
        ? JSON.parse(readFileSync(path('messages.json'), 'utf8'))
        : [];
      expect(
        messages.map(({ column, level, line, reason, ruleId }) => ({
          start: `${line}:${column}`,
          level,
          ruleId,
          reason,
        })),
      ).toEqual(
        expected.map(({ level, place, reason, ruleId }: Record<string, string>) => ({
          start: place?.split('-')[0],
          level,
          ruleId,
          reason,
        })),
      );
    });
  });

  test('stops a build at an error, with the file where it is known', () => {
    const md = version.create({ invalid: 'error' });
    expect(() =>
      md.render('a\n\n> [[skype:cal echo123]]', { path: 'page.md' }),
    ).toThrow('page.md:3:3: Unknown action `cal` for skype; did you mean `call`?');
  });

  test('leaves its messages in the environment', () => {
    const env: { contactLinks?: Array<Message> } = {};
    version.create({}).render('[[skype:call echo123]]', env);
    expect(env.contactLinks).toMatchObject([
      { ruleId: 'retired-service', level: 'info', line: 1, column: 1 },
    ]);
  });

  test('keeps the typographer from default labels and wrong shorthands', () => {
    const md = version.create({ retired: 'ignore' }).set({ typographer: true });
    expect(
      md.render('"[[skype:call a--b]]" [[skype:cal "a--b"]] [[skype:a|a -- b]]'),
    ).toBe(
      '<p>“<a href="skype:a--b?call">Call a--b with Skype</a>” [[skype:cal &quot;a--b&quot;]] <a href="skype:a">a – b</a></p>\n',
    );
  });

  test('keeps VitePress from opening a tab for a link to an app', () => {
    const env = { cleanUrls: false, path: '/page.md', relativePath: 'page.md' };
    const md = version.create({});
    expect(
      md.render('[[tel:+1 201 555 0123|us]] [[signal:+1 201 555 0123|us]]', env),
    ).toBe(
      '<p><a href="tel:+12015550123" target="_self">us</a> <a href="https://signal.me/#p/+12015550123">us</a></p>\n',
    );
  });

  test.each([
    '![a\\*b &amp; c](u)',
    '[[tel:call 1]] ![a\\*b &amp; c](u)',
    '![a [[skype:call b|c\\*&amp;]] [[skype:cal d|e]]](u)',
    '![a ![[[skype:call b|c\\*]]](u) d\\*](u)',
  ])('does not touch the images in %s', (input) => {
    const md = version.create({});
    const html = md.render(input);
    expect(html).toBe(md.disable('contact_link').render(input));
  });

  test('works with the preset that has no rules', () => {
    const md = version.create({}).configure('zero');
    md.enable(['link', 'contact_link'], true);
    expect(md.render('[[tel:+1 201 555 0123|us]]')).toContain(
      'href="tel:+12015550123"',
    );
  });

  test('lists no limit of a case that there is not', () => {
    const names = fixtures.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(limits.markdownIt)));
  });
});
