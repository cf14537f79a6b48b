import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Root } from 'mdast';
import { toString as mdastToString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { binary, makeFolder } from './helpers/command.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const pages = ['docs/moving-from-skype.md', 'packages/contact-links/README.md'];

/** What somebody sees who types a command. */
function type(command: string, folder: string): string {
  const real = command.replace(
    /^npx contact-links/,
    `"${process.execPath}" "${binary}"`,
  );
  const options = { cwd: folder, encoding: 'utf8', shell: true } as const;
  return spawnSync(`${real} 2>&1`, options).stdout.trimEnd();
}

/**
 * Make what the tool sees of a repository: the lines that it has something to say of, where they
 * are, in as many pages as there are.
 *
 * @returns
 *   Its folder; nothing where there is no excerpt of it.
 */
function checkOut(name: string): string | undefined {
  const file = new URL(`excerpts/${name.replace('/', '-')}.json`, import.meta.url);
  if (!existsSync(file)) return undefined;
  const { count, pages: given } = JSON.parse(readFileSync(file, 'utf8'));
  const files = Object.entries<Record<string, string>>(given).map(([path, lines]) => {
    const text: Array<string> = [];
    for (const [line, source] of Object.entries(lines)) text[Number(line) - 1] = source;
    return [path, `${Array.from(text, (line = '') => line).join('\n')}\n`] as const;
  });
  const rest = Array.from({ length: count - files.length }, (_, index) => [
    `others/${index}.md`,
    '',
  ]);
  return makeFolder(Object.fromEntries([...files, ...rest]));
}

/**
 * A block of `sh` is typed, and the block of `text` after it is what that prints. Of other
 * blocks the paragraph before names the file: it is there by now, or it is written.
 */
describe.each(pages)('%s, word for word', (page) => {
  const tree: Root = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(readFileSync(join(root, page), 'utf8'));
  const folder = makeFolder();
  cpSync(join(root, 'examples/moving'), folder, { recursive: true });
  const installed = join(folder, 'node_modules/contact-links');
  mkdirSync(dirname(installed));
  symlinkSync(join(root, 'packages/contact-links'), installed);
  let output = '';
  let file = '';
  let isThere = false;
  let repository: string | undefined;
  for (const node of tree.children) {
    if (node.type === 'paragraph') {
      const links = node.children.filter(({ type }) => type === 'linkReference');
      repository = links
        .map((link) => mdastToString(link))
        .find((name) => checkOut(name));
      const names = node.children.filter(({ type }) => type === 'inlineCode');
      file =
        names
          .map((name) => mdastToString(name))
          .findLast((name) => /\.\w+$/.test(name)) ?? '';
      isThere = mdastToString(node).startsWith('Now ');
    }
    if (node.type !== 'code') continue;
    const { lang, position, value } = node;
    const [name, isExpected, cloned] = [file, isThere, repository];
    test(`line ${position?.start.line}`, () => {
      if (lang === 'sh') {
        const commands = value.split('\n').filter((line) => !line.startsWith('npm '));
        const place = (cloned && checkOut(cloned)) ?? folder;
        output = commands.map((command) => type(command, place)).join('\n');
      } else if (lang === 'text') {
        expect(output).toBe(value);
      } else if (isExpected) {
        expect(readFileSync(join(folder, name), 'utf8').trimEnd()).toBe(value);
      } else {
        expect(name).not.toBe('');
        const copy = join(root, 'examples/moving', name);
        if (existsSync(copy)) expect(readFileSync(copy, 'utf8')).toBe(`${value}\n`);
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), `${value}\n`);
      }
    });
  }
});
