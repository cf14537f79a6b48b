import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Root } from 'mdast';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, test } from 'vitest';
import { root } from './helpers/pages.js';

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.entries<{ default?: string; node?: string }>(exports).flatMap(
  ([name, { default: file = '', node }]) => (node ? [{ name, file, node }] : []),
);
const load = (path: string) => import(pathToFileURL(join(root, path)).href);

describe('what Node loads', () => {
  test.each(entries)(
    'exports from $name what the other build exports',
    async ({ file, node }) => {
      const [names, others] = [await load(node), await load(file)].map(Object.keys);
      expect(names?.sort()).toEqual(others?.sort());
    },
  );
});

describe.each(['dist/index.js', 'dist/node/index.js'])('%s', (file) => {
  test.each([
    { url: 'https://example.com', text: 'https://example.com' },
    { url: 'mailto:a@b.org', text: 'a@b.org' },
    { url: 'https://example.com', text: 'a * b' },
    { url: 'a b', text: 'x' },
    { url: '', title: 'c "d"', text: 'x' },
  ])('writes other links as they always are: %j', async ({ text, ...link }) => {
    const tree: Root = {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'link', ...link, children: [{ type: 'text', value: text }] },
          ],
        },
      ],
    };
    const { contactLinkToMarkdown } = (await load(file)) as {
      contactLinkToMarkdown: () => Options;
    };
    const extensions = [contactLinkToMarkdown()];
    expect(toMarkdown(tree, { extensions })).toBe(toMarkdown(tree));
    expect(toMarkdown(tree, { extensions, quote: "'" })).toBe(
      toMarkdown(tree, { quote: "'" }),
    );
  });
});
