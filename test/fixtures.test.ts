import { describe, expect, test } from 'vitest';
import { engines, remark } from './helpers/engines.js';
import { type Fixture, fixtures, isUpdate, messagesText } from './helpers/fixtures.js';
import { limits } from './helpers/limits.js';
import { normalForm } from './helpers/normal-form.js';
import { placeOf } from './helpers/places.js';
import { format, usual } from './helpers/remark.js';

// The files are what remark gives; every other engine has to give the same.
if (isUpdate) {
  for (const { has, input, options, write } of fixtures) {
    const { error, html, messages } = remark.create(options)(input);
    write('output.html', normalForm(error instanceof Error ? error.message : html));
    if (messages.length > 0 || has('messages.txt')) {
      write('messages.txt', messagesText(messages));
    }
    const quiet = usual({ ...options, invalid: 'ignore' });
    if (has('roundtrip.md')) write('roundtrip.md', format(input, quiet));
  }
}

/** Engines end lines around blocks in different places. */
function withoutLines(html: string): string {
  const block = /\n*(<\/?(?:[bou]l|li|table|t\w+|blockquote|p|h\d|br)(?: [^>]*)?>)\n*/g;
  return html.replace(block, '$1');
}

describe.each(engines)('$name', (engine) => {
  const own = engine.limits ? limits[engine.limits] : {};

  describe.each(fixtures)('$name', (fixture) => {
    const { input, name, options, read } = fixture;
    const page = () => engine.create(options)(input);

    test.skipIf(own[name]?.html)('HTML', () => {
      const { error, html } = page();
      const made = normalForm(error instanceof Error ? error.message : html);
      expect(withoutLines(made)).toBe(withoutLines(read('output.html')));
    });

    test('messages', () => {
      const { messages } = page();
      if (!own[name]?.messages) {
        expect(messagesText(messages)).toBe(read('messages.txt'));
      }
      // What each is about is what the document has at its place.
      for (const { actual, place } of messages) {
        const [line, column] = place.split(/[:-]/).map(Number);
        expect(placeOf(input, { actual, column, line })).toBe(place);
        expect(place).not.toContain('?');
      }
    });
  });

  test('has limits only in cases that exist', () => {
    const names = fixtures.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(own)));
  });
});

describe('each suggestion is a link without a message', () => {
  const suggestionsOf = ({ input, options }: Fixture) =>
    remark
      .create({ ...options, invalid: 'warn' })(input)
      .messages.flatMap(({ expected }) => expected);

  test('there are suggestions', () => {
    expect(fixtures.flatMap(suggestionsOf).length).toBeGreaterThan(50);
  });

  test.each(fixtures)('$name', (fixture) => {
    const { options } = fixture;
    const create = remark.create({ ...options, retired: 'ignore', invalid: 'warn' });
    for (const suggestion of suggestionsOf(fixture)) {
      const page = create(suggestion);
      expect(page, suggestion).toMatchObject({ error: undefined, messages: [] });
      expect(page.html).toMatch(/^<p><a href="/);
    }
  });
});

describe('formatting', () => {
  describe.each(fixtures)('$name', ({ has, input, options, read }) => {
    const quiet = { ...options, invalid: 'ignore' } as const;
    const markdown = () => format(input, usual(quiet));

    test.skipIf(!has('roundtrip.md'))('writes the shorthands back', () => {
      expect(markdown()).toBe(read('roundtrip.md'));
    });

    test('keeps what the page shows', () => {
      expect(remark.create(quiet)(markdown()).html).toBe(
        remark.create(quiet)(input).html,
      );
    });
  });
});
