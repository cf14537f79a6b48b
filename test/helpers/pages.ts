import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Root } from 'mdast';
import { toString as mdastToString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect } from 'vitest';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A block of code on a page. */
export interface Block {
  line: number;
  lang: string;
  /** What follows the language: a file that the block is. */
  meta: string;
  value: string;
  /** Text of the heading that it is under. */
  section: string;
}

/** A page of the documentation. */
export interface Page {
  text: string;
  tree: Root;
  blocks: Array<Block>;
  headings: Array<string>;
}

/** Reads a page, by its path in the repository. */
export function readPage(path: string): Page {
  const text = readFileSync(join(root, path), 'utf8');
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
  const blocks: Array<Block> = [];
  const headings: Array<string> = [];
  visit(tree, (node) => {
    if (node.type === 'heading') headings.push(mdastToString(node));
    if (node.type !== 'code') return;
    const section = headings.at(-1) ?? '';
    const line = node.position?.start.line ?? 0;
    const { lang, meta, value } = node;
    blocks.push({ line, lang: lang ?? '', meta: meta ?? '', value, section });
  });
  return { text, tree, blocks, headings };
}

/** Expects a block to be the file that it names: an example, which is tried in a browser. */
export function expectFile({ meta, value }: Block): void {
  expect(value + '\n').toBe(readFileSync(join(root, meta), 'utf8'));
}

/** What links to the headings of a page have after `#`. */
export function anchorsOf({ headings }: Page): Set<string> {
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_\- ]/gu, '')
        .replace(/ /g, '-'),
    ),
  );
}

/** Links of a page to headings of its own that it does not have. */
export function deadAnchors(page: Page): Array<string> {
  const anchors = anchorsOf(page);
  const dead: Array<string> = [];
  visit(page.tree, 'link', ({ url }) => {
    if (url.startsWith('#') && !anchors.has(url.slice(1))) dead.push(url);
  });
  return dead;
}

/** Makes a folder inside the package, so that its own name resolves to what was built. */
export function makeFolder(name: string): string {
  const temporary = join(root, '.tmp');
  mkdirSync(temporary, { recursive: true });
  return mkdtempSync(join(temporary, `${name}-`));
}

/** Runs a command in a folder. */
export function run(folder: string, command: string, ...arguments_: Array<string>) {
  return spawnSync(command, arguments_, { cwd: folder, encoding: 'utf8' });
}

/** Runs a module in a folder. */
export function runModule(folder: string, source: string) {
  writeFileSync(join(folder, 'example.js'), source);
  return run(folder, process.execPath, 'example.js');
}
