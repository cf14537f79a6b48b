import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import MarkdownIt from 'markdown-it';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import options from '../examples/eleventy/contact-link-options.js';
import contactLinks from '../src/markdown-it/index.js';
import { exampleNames, examples } from './helpers/examples.js';
import {
  anchorsOf,
  type Block,
  expectFile,
  readPage,
  root,
  run,
} from './helpers/pages.js';

const folder = 'docs/generators';
const names = readdirSync(join(root, folder));
const tool = JSON.parse(
  readFileSync(join(root, 'packages/contact-links/package.json'), 'utf8'),
);
const sections = [
  'Install',
  'Configure',
  'Wrong shorthands',
  'Titles, descriptions and search',
  'Limits',
];

/** The example that a block is a file of. */
function exampleOf({ meta }: Block): string | undefined {
  return meta.split('/')[1];
}

/** Links of a page that lead to no file, or to no heading of a page. */
function deadLinks(path: string): Array<string> {
  const dead: Array<string> = [];
  visit(readPage(path).tree, 'link', ({ url }) => {
    if (/^https?:/.test(url)) return;
    const [file = '', anchor] = url.split('#');
    const target = file ? relative(root, join(root, dirname(path), file)) : path;
    const isThere = existsSync(join(root, target));
    if (!isThere || (anchor && !anchorsOf(readPage(target)).has(anchor))) {
      dead.push(url);
    }
  });
  return dead;
}

describe.each(names)('%s', (name) => {
  const path = `${folder}/${name}`;
  const page = readPage(path);
  const shown = page.blocks.flatMap((block) => exampleOf(block) ?? []);

  test('answers the same questions as the others', () => {
    expect(page.headings.slice(1)).toEqual(sections);
  });

  test.each(page.blocks)('line $line is true', (block) => {
    const { lang, meta, value } = block;
    const [own] = shown;
    if (value.startsWith('npx contact-links ')) {
      // With other options than those of the site, it would find some.
      const checked = run(
        join(examples, String(own)),
        process.execPath,
        ...[join(root, 'packages/contact-links', tool.bin['contact-links'])],
        ...value.split(' ').slice(2),
      );
      expect(checked.stdout + checked.stderr).toContain('nothing is wrong');
      expect(checked.status).toBe(0);
    } else if (lang === 'sh') {
      const manifest = JSON.parse(
        readFileSync(join(examples, String(own), 'package.json'), 'utf8'),
      );
      const { dependencies, devDependencies } = manifest;
      for (const line of value.split('\n')) {
        if (line === 'npm init --yes') continue;
        if (line === 'npm pkg set type=module') {
          expect(manifest.type).toBe('module');
          continue;
        }
        if (line.startsWith('npx ')) {
          expect(`npx ${manifest.scripts.build}`).toBe(line);
          continue;
        }
        const [, isForDevelopment, packages = ''] =
          /^npm install( --save-dev)? ([\w@/ -]+)$/.exec(line) ?? [];
        const known = isForDevelopment
          ? devDependencies
          : { ...devDependencies, ...dependencies };
        expect(Object.keys(known)).toEqual(expect.arrayContaining(packages.split(' ')));
      }
    } else if (lang === 'yaml') {
      // The front matter of a page.
      expect(readFileSync(join(root, meta), 'utf8').startsWith(`${value}\n`)).toBe(
        true,
      );
    } else if (lang === 'html' && !meta) {
      // What the page above it becomes.
      const above = page.blocks.slice(0, page.blocks.indexOf(block));
      const before = above.findLast((each) => each.lang === 'markdown');
      const md = new MarkdownIt({ html: true }).use(contactLinks, options);
      expect(md.render(before?.value ?? '').trimEnd()).toBe(value);
    } else {
      expectFile(block);
    }
  });

  test('has links that lead somewhere', () => {
    expect(deadLinks(path)).toEqual([]);
  });

  test('is in the table of the site, with each example that it shows', () => {
    const place = `../${name.replace('.md', '')}/`;
    const row = readPage('site/src/content/docs/set-up/index.md')
      .text.split('\n')
      .find((line) => line.startsWith(`| [${page.headings[0]}](`));
    expect(row?.replace('](', '](../')).toContain(`](${place})`);
    for (const example of shown) expect(row).toContain(`/examples/${example})`);
  });
});

test('all examples are shown', () => {
  const shown = names
    .flatMap((name) => readPage(`${folder}/${name}`).blocks)
    .map((block) => exampleOf(block));
  expect(shown).toEqual(expect.arrayContaining(exampleNames));
});
