import { describe, expect, test } from 'vitest';
import type { Options } from '../src/index.js';
import { engines } from './helpers/engines.js';
import { fixtures } from './helpers/fixtures.js';
import { limits } from './helpers/limits.js';

const readers = engines.flatMap(({ limits: key, mdx, name }) =>
  mdx ? [{ name, own: key ? limits[key] : {}, mdx }] : [],
);
const [first, ...others] = readers;

/** What remark renders; nothing where it cannot read the document as MDX. */
async function expectedOf(
  input: string,
  options: Options<string>,
): Promise<string | undefined> {
  try {
    return await first?.mdx(options)(input);
  } catch {
    return undefined;
  }
}

test('remark reads MDX, and so does another', () => {
  expect(readers.map(({ name }) => name)).toEqual(['remark', 'Sätteri']);
});

describe.each(others)('MDX with $name', ({ mdx, own }) => {
  const count = { read: 0 };

  describe.each(fixtures)('$name', ({ input, name, options }) => {
    test.skipIf(own[name]?.mdx)('is the same as with remark', async () => {
      const quiet = { ...options, invalid: 'ignore' } as const;
      const expected = await expectedOf(input, quiet);
      if (expected === undefined) return;
      count.read++;
      expect(await mdx(quiet)(input)).toBe(expected);
    });
  });

  test('most cases are MDX', () => {
    expect(count.read).toBeGreaterThan(0.8 * fixtures.length);
  });

  test.each([
    [
      'in JSX',
      '<section>\n  Please [[skype:call a]] or <b>[[skype:b|*now*]]</b>.\n</section>',
    ],
    [
      'in a JSX anchor',
      '<a href="#">[[skype:call a]] and *[[skype:cal b|x]]*</a> [[skype:c]]',
    ],
    [
      'an expression in a label',
      '[[skype:call a|Call <i title="]]">{props.name}</i>, {"]]"}]]',
    ],
    ['JSX links in a label', '[[skype:call a|Call <a href="#">us</a> now]]'],
    [
      'braces that are wrong',
      '[[skype:cal a|Call {props.name}]] [[skype:call {props.name}]]',
    ],
    ['a shorthand in JSX in a label', '[[skype:call a|Call <b>[[skype:c]]</b> now]]'],
    [
      'labels that show nothing',
      '[[skype:a|{/* c */}]] [[skype:a|<span></span>]] [[skype:a|<b className="i"></b>]]',
    ],
    ['text of JSX on a line of its own', '<a>[[skype:a]]</a>\n\n<b>[[skype:b]]</b>'],
    ['JSX in emphasis that crosses one', '*x <b>[[skype:a]]</b> [[skype:b|y* z]] w*'],
    ['JSX behind an unclosed one', '[[skype:call a|Call <b>us</b> now'],
  ])('%s is the same as with remark', async (_, input) => {
    const options: Options = { retired: 'ignore' };
    const expected = await expectedOf(input, options);
    expect(expected).toBeDefined();
    expect(await mdx(options)(input)).toBe(expected);
  });
});
