import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sensible } from './helpers/documents.js';
import { engines, remark } from './helpers/engines.js';
import { normalForm } from './helpers/normal-form.js';

// Sätteri has limits that such text meets.
const others = engines.filter(
  (engine) => engine !== remark && engine.limits !== 'satteri',
);

describe.each(others)('remark and $name', ({ create }) => {
  test('give the same page and the same messages for whatever is written', () => {
    const pageOf = create({ retired: 'ignore' });
    const expected = remark.create({ retired: 'ignore' });
    fc.assert(
      fc.property(sensible, (input) => {
        const one = expected(input);
        const other = pageOf(input);
        expect(other.error).toBeUndefined();
        expect(normalForm(other.html)).toBe(normalForm(one.html));
        expect(other.messages).toEqual(one.messages);
      }),
    );
  });
});

describe('messages have what the document has, and what to write there', () => {
  const whole = '[[skype:cal bob|Bob\nand Ada]]';
  const mended = ['[[skype:call bob|Bob\nand Ada]]'];
  const cases = [
    { input: whole, actual: whole, expected: mended, place: '1:1-2:10' },
    { input: `> ${whole}`, actual: whole, expected: mended, place: '1:3-2:10' },
    {
      input: `> a\n> ${whole.replace('\n', '\n> ')}`,
      actual: whole,
      expected: [],
      place: '2:3-3:12',
    },
    {
      input: `* ${whole.replace('\n', '\n  ')}\n* a`,
      actual: whole,
      expected: [],
      place: '1:3-2:12',
    },
    {
      input: `\uFEFF${whole}\n`.replaceAll('\n', '\r\n'),
      actual: whole.replace('\n', '\r\n'),
      expected: mended.map((text) => text.replace('\n', '\r\n')),
      place: '1:1-2:10',
    },
    {
      input: '> | \\| | a |\n> | - | - |\n> | a | [[skype:cal bob\\|b \\| c]] |',
      actual: '[[skype:cal bob\\|b \\| c]]',
      expected: ['[[skype:call bob\\|b \\| c]]'],
      place: '3:9-3:34',
    },
    {
      input: '| a |\n| - |\n| [[tel:+12015550123\\|b \\| c] |',
      actual: '[[tel:+12015550123\\|b \\| c]',
      expected: ['[[tel:+12015550123\\|b \\| c]]'],
      place: '3:3-3:30',
    },
  ];

  test.each(engines)('$name', ({ create }) => {
    const pageOf = create({ retired: 'ignore' });
    for (const { input, ...message } of cases) {
      expect(pageOf(input).messages).toMatchObject([message]);
    }
  });
});
