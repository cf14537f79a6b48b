import MarkdownIt14 from 'markdown-it';
// @ts-expect-error It has no types of its own.
import MarkdownIt12 from 'markdown-it-12';
// @ts-expect-error It has no types of its own.
import MarkdownIt13 from 'markdown-it-13';
import MarkdownIt15 from 'markdown-it-15';
import type { Options } from 'remark-contact-links/core';
import contactLinks from 'remark-contact-links/markdown-it';
import { describe, expect, test } from 'vitest';
import { fixtures } from '../../../test/helpers/fixtures.js';
import {
  extendMarkdownIt,
  type MarkdownIt,
} from '../src/preview/extend-markdown-it.js';

/** An engine, with what the tests use of it. */
interface Engine extends MarkdownIt {
  render(text: string, env?: object): string;
}

const settings = { html: true, linkify: true, typographer: true };

/** The engine of the preview has been 12 for years; those after it may come. */
const versions: Readonly<Record<string, () => Engine>> = {
  'markdown-it 12': () => new MarkdownIt12(settings),
  'markdown-it 13': () => new MarkdownIt13(settings),
  'markdown-it 14': () => new MarkdownIt14(settings) as never,
  'markdown-it 15': () => new MarkdownIt15(settings) as never,
};

describe.each(Object.entries(versions))('%s', (_, create) => {
  test.each(fixtures)('shows $name as the plugin does', ({ input, options }) => {
    const alone = versions['markdown-it 14']?.();
    if (alone) contactLinks(alone, { ...options, invalid: 'warn' });
    const preview = extendMarkdownIt(create(), () => options as Options);
    expect(preview.render(input)).toBe(alone?.render(input));
  });

  test('shows each page with its own configuration', () => {
    const own: Readonly<Record<string, Options>> = {
      plain: {},
      named: { contacts: { us: { name: 'us all', tel: '+1 201 555 0100' } } },
      // Its rules are in other places of the engine.
      moved: {
        contacts: { us: { skype: 'us.all', teams: 'us@contoso.com' } },
        redirect: { skype: 'teams' },
      },
    };
    const preview = extendMarkdownIt(
      create(),
      (text) => own[/plain|named|moved/.exec(text)?.[0] ?? ''] ?? {},
    );
    const text = '[[tel:call @us]] [[skype:chat us.all|x]] <skype:us.all?chat>';
    for (let round = 0; round < 2; round++) {
      for (const [name, options] of Object.entries(own)) {
        const alone = create();
        alone.renderer.rules.text_special ??= preview.renderer.rules.text_special;
        contactLinks(alone, options);
        expect(preview.render(`${name} ${text}`)).toBe(alone.render(`${name} ${text}`));
      }
    }
    expect(preview.render(`moved ${text}`)).toContain(
      'href="https://teams.microsoft.com/l/chat/0/0?users=us%40contoso.com"',
    );
  });

  test('shows a page whose configuration stops builds', () => {
    const preview = extendMarkdownIt(create(), () => ({ invalid: 'error' }));
    expect(preview.render('[[tel:cal 1]]')).toBe('<p>[[tel:cal 1]]</p>\n');
  });

  test('what another plugin parses meanwhile is of the page', () => {
    const options = { contacts: { us: { tel: '+1 201 555 0100' } } };
    const md = create() as Engine & {
      core: {
        ruler: { push(name: string, rule: (state: { src: string }) => void): void };
      };
    };
    let inner = '';
    md.core.ruler.push('inner', ({ src }) => {
      if (src.startsWith('page')) inner = preview.render('[[tel:@us]]');
    });
    const preview = extendMarkdownIt(md, (text) =>
      text.startsWith('page') ? options : {},
    );
    expect(preview.render('page [[tel:@us]]')).toContain('href="tel:+12015550100"');
    expect(inner).toContain('href="tel:+12015550100"');
    expect(preview.render('[[tel:@us]]')).not.toContain('href');
  });

  test('leaves the engine as it was where a page has no shorthand', () => {
    const text = '# A\n\n"b" [[Page]] -- https://example.com [[c]](d) `[[tel:1]]`\n';
    const preview = extendMarkdownIt(create(), () => ({}));
    expect(preview.render(text)).toBe(create().render(text));
  });
});
