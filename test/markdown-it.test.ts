import { describe, expect, test } from 'vitest';
import type { Message } from '../src/markdown-it/index.js';
import { versions } from './helpers/markdown-it.js';

describe.each(versions)('$name', (version) => {
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
});
