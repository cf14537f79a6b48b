import { readdirSync, readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { resolveSettings } from '../src/core/index.js';
import { render, usual } from './helpers/remark.js';

const modules = new URL('../node_modules/', import.meta.url);

/** The readmes of the packages that happen to be installed, longest first: real Markdown. */
const readmes = readdirSync(modules, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const folder = new URL(`${name}/`, modules);
    return readdirSync(folder)
      .filter((file) => /^readme\.md$/i.test(file))
      .map((file) => ({ name, text: readFileSync(new URL(file, folder), 'utf8') }));
  })
  .sort((left, right) => right.text.length - left.text.length);

const longest = readmes.slice(0, 20);

describe('real Markdown gives the same bytes with and without the plugin', () => {
  test('there is enough of it', () => {
    expect(longest.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(
      300_000,
    );
  });

  test.each(longest)('$name', ({ text }) => {
    expect(render(text, usual())).toEqual(render(text, [remarkGfm]));
  });
});

test('nothing in real Markdown is nearly a shorthand', () => {
  const { findNearMisses } = resolveSettings();
  expect(readmes.length).toBeGreaterThan(300);
  for (const { name, text } of readmes)
    expect(findNearMisses?.(text), name).toEqual([]);
});
