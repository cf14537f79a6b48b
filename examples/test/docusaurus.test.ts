import { expect, test } from 'vitest';
import { testExample } from './example.js';
import { isWebPage } from './expected.js';

testExample(
  {
    name: 'docusaurus',
    builds: [
      {
        name: 'build',
        command: ['run', 'build'],
        output: 'build',
        pages: { '': 'index', 'syntax/': 'syntax' },
      },
    ],
    wrong: ['docs/wrong.md'],
    differences: [
      {
        reason: 'Docusaurus opens web pages in a tab of their own.',
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
      await page.goto(`${origin}/syntax/`, { waitUntil: 'networkidle' });
      const heading = page.locator('h2', { hasText: 'At night' });
      expect(await heading.getAttribute('id')).toBe('at-night-call-1-201-555-0199');
      expect(await page.locator('.table-of-contents a').allTextContents()).toEqual([
        'Whom to reach',
        'What to do',
        'What it says',
        'At night: Call +1 201 555 0199',
        'What is not a link',
      ]);
      await page.close();
    });

    test('describes a page by its front matter', async () => {
      const { browser, origin } = built();
      const page = await browser.context.newPage();
      const description = page.locator('meta[name="description"]');
      await page.goto(origin);
      expect(await description.getAttribute('content')).toBe(
        'How to reach the support team',
      );
      // A limit: without it Docusaurus takes the source text of the first paragraph.
      await page.goto(`${origin}/syntax/`);
      expect(await description.getAttribute('content')).toBe(
        'The shortest form is [[skype:echo123]].',
      );
      await page.close();
    });
  },
);
