import fc from 'fast-check';
import { closestMatch } from 'leven';
import { parseTemplate } from 'url-template';
import { expect, test } from 'vitest';
import { nearest } from '../src/core/findings/nearest.js';
import { expandTemplate, templateFault } from '../src/services/template.js';

/** What is written here in few lines, as libraries do that pages should not load. */

const word = fc.string({ unit: fc.constantFrom(...'abcdE'), maxLength: 9 });

test('the nearest name is that of leven', () => {
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 6 }), (written, all) => {
      // Of names that are the same but for their case, either will do.
      const names = all.map((name) => name.toLowerCase());
      const most = Math.ceil(written.length / 3);
      const near = names.filter(
        (name) => Math.abs(name.length - written.length) <= most,
      );
      const expected = closestMatch(written.toLowerCase(), near, { maxDistance: most });
      expect(nearest(written, names)).toBe(expected);
    }),
  );
});

const names = ['target', 'targets', 'x', 'a.b'];
const literal = fc.oneof(
  fc.constantFrom("/it's/", '%20', '%zz', '[a]', '%5B', '?q=', '#', '%', '"<>^`|'),
  fc.string({ unit: 'grapheme' }).filter((text) => !/[{}]/.test(text)),
);
const expression = fc
  .tuple(
    fc.constantFrom('', '.', '/', ';', '?', '&'),
    fc.array(
      fc
        .tuple(fc.constantFrom(...names), fc.constantFrom('', '*', ':1', ':30'))
        .map((parts) => parts.join('')),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([operator, list]) => `{${operator}${list.join(',')}}`);
const template = fc
  .array(fc.oneof(literal, expression), { maxLength: 6 })
  .map((parts) => `https:{target}${parts.join('')}`);
const value = fc.string({ unit: 'grapheme', minLength: 1 });

/** What a function gives, or the name of what it throws. */
function outcome(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return String((error as Error).name);
  }
}

test('a URI Template is expanded as by url-template, but for apostrophes', () => {
  fc.assert(
    fc.property(
      template,
      fc.record({
        target: value,
        targets: fc.array(value, { minLength: 1, maxLength: 3 }),
        x: fc.option(value, { nil: undefined }),
        'a.b': fc.option(value, { nil: undefined }),
      }),
      (template, values) => {
        const parameters = ['x', 'a.b'].filter((name) => template.includes(name));
        fc.pre(templateFault(template, parameters) === undefined);
        const { expand } = parseTemplate(template);
        const expected = outcome(() =>
          expand(values as Record<string, string | Array<string>>),
        );
        expect(outcome(() => expandTemplate(template, values))).toBe(
          expected.replace(/'/g, '%27'),
        );
      },
    ),
  );
});
