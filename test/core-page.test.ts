import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import * as core from '../src/core/index.js';
import { deadAnchors, makeFolder, readPage, root, runModule } from './helpers/pages.js';

const page = readPage('docs/core.md');
const folder = makeFolder('core');
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(page.blocks.map((block, index) => ({ ...block, index })))(
  'line $line: $lang',
  ({ index, lang, value }) => {
    test('is true', () => {
      const next = page.blocks[index + 1];
      const before = page.blocks[index - 1];
      if (lang === 'js') {
        const { stderr, stdout } = runModule(folder, value);
        expect({ stderr, stdout: stdout.trimEnd() }).toEqual({
          stderr: '',
          stdout: next?.value,
        });
      } else if (lang === 'sh') {
        expect(value).toBe('npm install remark-contact-links');
      } else {
        expect({ lang, before: before?.lang }).toEqual({ lang: 'text', before: 'js' });
      }
    }, 60_000);
  },
);

test('names each export, and no other', () => {
  const source = readFileSync(join(root, 'src/core/index.ts'), 'utf8');
  const types = [...source.matchAll(/export (?:type )?\{([^}]+)\}/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.replace('type ', '').trim())
    .filter(Boolean);
  const names = new Set([...types, ...Object.keys(core)]);
  expect(names.size).toBeGreaterThan(40);
  for (const name of names) expect(page.text).toMatch(new RegExp(`\`${name}\\b`));
  const section = page.text.slice(page.text.indexOf('\n## Types'));
  const listed = [...section.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect([...names]).toEqual(expect.arrayContaining(listed));
});

test('has a heading for each link to one', () => {
  expect(deadAnchors(page)).toEqual([]);
});
