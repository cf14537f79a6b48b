import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testExample } from './example.js';
import { isWebPage } from './expected.js';

testExample(
  {
    name: 'vitepress',
    builds: [
      {
        name: 'build',
        command: ['run', 'build'],
        output: 'docs/.vitepress/dist',
        pages: { '': 'index', 'syntax.html': 'syntax' },
      },
    ],
    wrong: ['docs/wrong.md'],
    dev: {
      command: ['run', 'dev', '--', '--host', '127.0.0.1', '--port'],
      page: 'docs/index.md',
    },
    differences: [
      {
        reason: 'VitePress opens web pages in a tab of their own.',
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
    test('shows the label in the outline and makes the id of a heading from it', async () => {
      const { browser, origin } = built();
      const page = await browser.context.newPage();
      await page.setViewportSize({ width: 1600, height: 900 });
      await page.goto(`${origin}/syntax.html`, { waitUntil: 'networkidle' });
      const heading = page.locator('h2', { hasText: 'At night' });
      expect(await heading.getAttribute('id')).toBe('at-night-call-1-201-555-0199');
      const outline = page.locator('.VPDocAsideOutline a');
      expect(await outline.allTextContents()).toEqual([
        'Whom to reach',
        'What to do',
        'What it says',
        'At night: Call +1 201 555 0199',
        'What is not a link',
      ]);
      // A limit: VitePress takes the source text of a heading here.
      expect(await heading.locator('.header-anchor').getAttribute('aria-label')).toBe(
        'Permalink to "At night: [[tel:call +1 201 555 0199]]"',
      );
      await page.close();
    });

    test('finds labels in the search', async () => {
      const { browser, folder, origin } = built();
      const page = await browser.context.newPage();
      await page.goto(origin, { waitUntil: 'networkidle' });
      await page.keyboard.press('/');
      await page.locator('#localsearch-input').fill('conference');
      const results = page.locator('#localsearch-list .titles');
      await results.first().waitFor();
      expect((await results.first().innerText()).replace(/\s+/g, ' ')).toContain(
        'What to do',
      );
      await page.close();

      const chunks = join(folder, 'docs/.vitepress/dist/assets/chunks');
      const index = readdirSync(chunks).find((file) => file.includes('localSearch'));
      const text = readFileSync(join(chunks, index ?? ''), 'utf8');
      // A limit: VitePress leaves links out of headings here.
      expect(text).toContain('"title":"At night:"');
    });
  },
);
