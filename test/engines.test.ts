import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sensible } from './helpers/documents.js';
import { renderMarkdownIt, versions } from './helpers/markdown-it.js';
import { normalForm } from './helpers/normal-form.js';
import { render, usual } from './helpers/remark.js';

describe.each(versions)('remark and $name', (version) => {
  test('give the same page and the same messages for whatever is written', () => {
    fc.assert(
      fc.property(sensible, (input) => {
        const one = render(input, usual({ retired: 'ignore' }));
        const other = renderMarkdownIt(version, input, { retired: 'ignore' });
        expect(other.error).toBeUndefined();
        expect(normalForm(other.html)).toBe(normalForm(one.html));
        expect(other.messages.map(({ actual, ruleId }) => [ruleId, actual])).toEqual(
          one.messages.map(({ actual, ruleId }) => [ruleId, actual]),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
