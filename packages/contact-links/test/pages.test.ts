import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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
  for (const node of tree.children) {
    if (node.type === 'paragraph') {
      const names = node.children.filter(({ type }) => type === 'inlineCode');
      file =
        names
          .map((name) => mdastToString(name))
          .findLast((name) => /\.\w+$/.test(name)) ?? '';
      isThere = mdastToString(node).startsWith('Now ');
    }
    if (node.type !== 'code') continue;
    const { lang, position, value } = node;
    const [name, isExpected] = [file, isThere];
    test(`line ${position?.start.line}`, () => {
      if (lang === 'sh') {
        const commands = value
          .split('\n')
          .filter((line) => !line.startsWith('npm install'));
        output = commands.map((command) => type(command, folder)).join('\n');
      } else if (lang === 'text') {
        expect(output).toBe(value);
      } else if (isExpected) {
        expect(readFileSync(join(folder, name), 'utf8').trimEnd()).toBe(value);
      } else {
        expect(name).not.toBe('');
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), `${value}\n`);
      }
    });
  }
});
