import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { configurationNames } from '../src/names.js';
import { makeFolder, run } from './helpers/command.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');

test('a site of Astro shares its options with the tool, as the README says', async () => {
  const [, configuration = ''] =
    /`\.contact-linksrc\.mjs`[^`]*```js\n(.*?)```/s.exec(readme) ?? [];
  const site = read('examples/astro/astro.config.js');
  expect(site).toContain("import options from './contact-link-options.js'");
  const folder = makeFolder({
    '.contact-linksrc.mjs': configuration,
    'contact-link-options.js': read('examples/astro/contact-link-options.js'),
    'package.json': '{"type": "module"}',
    'page.md':
      '[[teams:@support]] [[teams:@suport]] [x](tel:2015550123) [y](skype:echo123)\n',
  });
  const { status, stdout } = await run(folder, 'check', 'page.md');
  expect(status).toBe(1);
  expect(stdout).toContain('did you mean `@support`?');
  expect(stdout).toMatch(/^page\.md:1:\d+: error: .+ \[invalid-link\]$/m);
  expect(stdout.trim().split('\n')).toHaveLength(2);
});

test('the README names each configuration file, in the order in which they count', () => {
  const [table = ''] = /\| file \| what it is \|\n(?:\|.*\n)+/.exec(readme) ?? [];
  const names = [...table.matchAll(/`([\w.-]*(?:linksrc|package)[\w.-]*)`/g)];
  expect(names.map(([, name]) => name)).toEqual(configurationNames);
});
