import { readdirSync, readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { render, usual } from './helpers/remark.js';

const modules = new URL('../node_modules/', import.meta.url);

/** The longest readmes of the packages that happen to be installed: real Markdown. */
const readmes = readdirSync(modules, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const folder = new URL(`${name}/`, modules);
    return readdirSync(folder)
      .filter((file) => /^readme\.md$/i.test(file))
      .map((file) => ({ name, text: readFileSync(new URL(file, folder), 'utf8') }));
  })
  .sort((left, right) => right.text.length - left.text.length)
  .slice(0, 20);

describe('real Markdown gives the same bytes with and without the plugin', () => {
  test('there is enough of it', () => {
    expect(readmes).toHaveLength(20);
    expect(readmes.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(
      300_000,
    );
  });

  test.each(readmes)('$name', ({ text }) => {
    expect(render(text, usual())).toEqual(render(text, [remarkGfm]));
  });
});
