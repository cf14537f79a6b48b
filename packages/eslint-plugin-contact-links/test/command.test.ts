import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFolderWith, runBinary } from '../../../test/helpers/packed.js';

const page = 'Call [[skype:cal alice]] or [[teams:chat @alcie]].\n';
const fixed = 'Call [[skype:call alice]] or [[teams:chat @alcie]].\n';

let folder = '';
beforeAll(() => {
  folder = makeFolderWith([
    'remark-contact-links',
    'contact-links',
    'eslint-plugin-contact-links',
  ]);
  mkdirSync(join(folder, 'docs'));
  write(
    'eslint.config.js',
    `import markdown from '@eslint/markdown';
     import contactLinks from 'eslint-plugin-contact-links';
     import * as mdx from 'eslint-plugin-mdx';
     import { defineConfig } from 'eslint/config';

     export default defineConfig([
       {
         files: ['**/*.md'],
         plugins: { markdown },
         language: 'markdown/gfm',
         extends: [contactLinks.configs.recommended],
       },
       // The repository, which is above this folder, has a configuration of remark.
       { ...mdx.flat, files: ['**/*.mdx'], rules: {} },
       { files: ['**/*.mdx'], extends: [contactLinks.configs.recommended] },
     ]);`,
  );
  write('package.json', '{"type": "module"}');
  const contacts = { alice: { teams: 'alice@contoso.com' } };
  write('docs/.contact-linksrc.json', JSON.stringify({ contacts, retired: 'ignore' }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string): void {
  writeFileSync(join(folder, path), content);
}

interface File {
  messages: Array<{ ruleId: string; line: number; column: number; severity: number }>;
}

describe.each(['eslint', 'eslint-9'])('%s', (version) => {
  const names = ['docs/page.md', 'docs/page.mdx'];
  beforeAll(() => {
    for (const name of names) write(name, page);
  });

  test('reports Markdown and MDX with the configuration of the folder', () => {
    const { status, stdout } = runBinary(folder, version, 'docs', '--format', 'json');
    const files: Array<File> = JSON.parse(stdout);
    const messages = [
      { ruleId: 'contact-links/unknown-action', line: 1, column: 6, severity: 2 },
      { ruleId: 'contact-links/unknown-contact', line: 1, column: 29, severity: 2 },
    ];
    expect(files).toMatchObject(names.map(() => ({ messages })));
    expect(status).toBe(1);
  });

  test('fixes what is sure', () => {
    const { status } = runBinary(folder, version, 'docs', '--fix');
    for (const name of names) {
      expect(readFileSync(join(folder, name), 'utf8')).toBe(fixed);
    }
    expect(status).toBe(1);
  });
});
