import { describe, expect, test } from 'vitest';
import type { Options } from '../src/index.js';
import { services } from '../src/services/index.js';
import { normalForm } from './helpers/normal-form.js';
import { deadAnchors, readPage } from './helpers/pages.js';
import { render, usual } from './helpers/remark.js';

const page = readPage('docs/more-services.md');

/** Each definition, with the blocks after it. */
const definitions = page.blocks.flatMap((block, index) =>
  block.lang === 'json'
    ? [{ ...block, after: page.blocks.slice(index + 1, index + 3) }]
    : [],
);

test('has definitions and nothing else', () => {
  expect(definitions.length).toBeGreaterThan(5);
  expect(page.blocks.length).toBe(3 * definitions.length);
  expect(deadAnchors(page)).toEqual([]);
});

describe.each(definitions)('$section', ({ after, value }) => {
  const options: Options<string> = JSON.parse(value);
  const [name = ''] = Object.keys(options.services ?? {});
  const [shorthands, html] = after;

  test('is a service that does not come with the package', () => {
    expect(Object.keys(services)).not.toContain(name);
  });

  test('makes the links that the page shows', () => {
    expect([shorthands?.lang, html?.lang]).toEqual(['markdown', 'html']);
    const page = render(shorthands?.value ?? '', usual(options));
    expect(page.messages).toEqual([]);
    expect(normalForm(page.html)).toBe(normalForm(html?.value ?? ''));
  });

  test('refuses what its vendor does not accept', () => {
    const { messages } = render(`[[${name}:a/../b]]`, usual(options));
    expect(messages).toMatchObject([{ ruleId: 'invalid-target' }]);
  });
});
