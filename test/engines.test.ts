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
