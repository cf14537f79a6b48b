import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testExample } from './example.js';
import { isWebPage } from './expected.js';

testExample(
  {
    name: 'fumadocs',
    builds: [
      {
        name: 'build',
        command: ['run', 'build'],
        output: 'out',
        pages: { '': 'index', syntax: 'syntax' },
      },
    ],
    wrong: ['content/wrong.md', 'content/wrong.mdx'],
    dev: {
      command: ['run', 'dev', '--', '--hostname', '127.0.0.1', '--port'],
      page: 'content/index.md',
    },
    differences: [
      {
        reason: 'Fumadocs opens web pages in a tab of their own.',
        where: isWebPage,
        change: { target: '_blank' },
      },
      {
        reason: 'The plugin keeps it from opening an empty tab beside an app.',
        where: (link) => !isWebPage(link),
        change: { target: '_self' },
      },
    ],
  },
  (built) => {
    test('shows the label in the table of contents and makes the id of a heading from it', async () => {
      const { browser, origin } = built();
      const page = await browser.context.newPage();
      await page.goto(`${origin}/syntax`, { waitUntil: 'networkidle' });
      const heading = page.locator('h2', { hasText: 'At night' });
      expect(await heading.getAttribute('id')).toBe('at-night-call-1-201-555-0199');
      expect(
        await page
          .locator('#nd-toc a[href="#at-night-call-1-201-555-0199"]')
          .innerText(),
      ).toBe('At night: Call +1 201 555 0199');
      await page.close();
    });

    test('searches what links say', () => {
      const index = readFileSync(join(built().folder, 'out/api/search'), 'utf8');
      expect(index).toContain('"A phone number as people write it: +1 201 555 0123"');
      expect(index).toContain('Conference call with echo123 and echo-chinese');
      expect(index).not.toContain('[[tel:');
    });
  },
);
