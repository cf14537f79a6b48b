import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testExample } from './example.js';
import { isWebPage } from './expected.js';

testExample(
  {
    name: 'rspress',
    builds: [
      {
        name: 'build',
        command: ['run', 'build'],
        output: 'doc_build',
        pages: { '': 'index', syntax: 'syntax' },
      },
    ],
    wrong: ['docs/wrong.md', 'docs/wrong.mdx'],
    // Rspress names the file after the message, at the end of the line.
    place: (file, place) => new RegExp(`error: ${place}: .*/${file}$`, 'm'),
    dev: {
      command: ['run', 'dev', '--', '--host', '127.0.0.1', '--port'],
      page: 'docs/index.md',
    },
    differences: [
      {
        reason: 'Rspress opens web pages in a tab of their own.',
        where: isWebPage,
        change: { target: '_blank' },
      },
      {
        reason: 'The plugin keeps it from opening an empty tab beside an app.',
        where: (link) => !isWebPage(link),
        change: { target: '_self' },
      },
    ],
    // The theme marks links that leave the site with an arrow.
    nameOf: (link) => (isWebPage(link) ? `${link.text} ↗` : link.text),
  },
  (built) => {
    test('shows the label in the outline and makes the id of a heading from it', async () => {
      const { browser, origin } = built();
      const page = await browser.context.newPage();
      await page.goto(`${origin}/syntax`, { waitUntil: 'networkidle' });
      const heading = page.locator('h2', { hasText: 'At night' });
      expect(await heading.getAttribute('id')).toBe('at-night-call-1-201-555-0199');
      expect(
        await page.locator('a[href="#at-night-call-1-201-555-0199"]').allInnerTexts(),
      ).toContain('At night: Call +1 201 555 0199');
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
      // A limit: without it Rspress takes the source text of the first paragraphs.
      await page.goto(`${origin}/syntax`);
      expect(await description.getAttribute('content')).toBe(
        'The shortest form is [[skype:echo123]].',
      );
      await page.close();
    });

    // A limit: Rspress runs no plugin of remark for its search.
    test('searches the source text', () => {
      const folder = join(built().folder, 'doc_build/static');
      const [file = ''] = readdirSync(folder).filter((name) =>
        name.startsWith('search_index'),
      );
      const index = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const [, syntax] = index;
      expect(syntax.content).toContain('At night: [[tel:call +1 201 555 0199]]');
      expect(syntax.toc).toContainEqual(
        expect.objectContaining({ id: 'at-night-telcall-1-201-555-0199' }),
      );
    });
  },
);
