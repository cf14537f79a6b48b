import { expect, test } from 'vitest';
import { testExample } from './example.js';

const pages = { '': 'index', 'syntax/': 'syntax', 'mdx/': 'syntax' } as const;

testExample(
  {
    name: 'astro',
    builds: [
      { name: 'Sätteri', command: ['run', 'build'], output: 'dist', pages },
      { name: 'unified()', command: ['run', 'build:unified'], output: 'dist', pages },
    ],
    wrong: ['src/pages/wrong.md', 'src/pages/wrong.mdx'],
    dev: {
      command: ['run', 'dev', '--', '--host', '127.0.0.1', '--port'],
      page: 'src/pages/index.md',
    },
  },
  (built) => {
    test.each(['syntax/', 'mdx/'])(
      'gives the layout the label, and makes the id of a heading from it, in %s',
      async (path) => {
        const { browser, origin } = built();
        const page = await browser.context.newPage();
        await page.goto(`${origin}/${path}`);
        const heading = page.locator('h2', { hasText: 'At night' });
        expect(await heading.getAttribute('id')).toBe('at-night-call-1-201-555-0199');
        expect(await page.locator('nav a').allTextContents()).toEqual([
          'Every form',
          'Whom to reach',
          'What to do',
          'What it says',
          'At night: Call +1 201 555 0199',
          'What is no link',
        ]);
        await page.close();
      },
    );
  },
);
