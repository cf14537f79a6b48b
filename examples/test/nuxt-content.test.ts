import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testExample } from './example.js';
import { wrong } from './expected.js';
import { run } from './processes.js';

testExample(
  {
    name: 'nuxt-content',
    builds: [
      {
        name: 'generate',
        command: ['run', 'build'],
        output: '.output/public',
        pages: { '': 'index', syntax: 'syntax' },
      },
    ],
    wrong: ['content/wrong.md'],
    dev: {
      command: ['run', 'dev', '--', '--host', '127.0.0.1', '--port'],
      page: 'content/index.md',
    },
  },
  (built) => {
    test('makes the id of a heading, and the description, from the label', async () => {
      const { browser, origin } = built();
      const page = await browser.context.newPage();
      await page.goto(`${origin}/syntax`, { waitUntil: 'networkidle' });
      const heading = page.locator('h2', { hasText: 'At night' });
      expect(await heading.getAttribute('id')).toBe('at-night-call-1-201-555-0199');
      expect(
        await page.locator('meta[name="description"]').getAttribute('content'),
      ).toBe('The shortest form is echo123.');
      await page.close();
    });

    // A limit: because of it, the example runs a check before the build.
    test('builds without a check, and shows a wrong shorthand as text', async () => {
      const { browser, folder, origin } = built();
      const file = join(folder, 'content/index.md');
      const contact = readFileSync(file);
      cpSync(join(folder, 'wrong.md'), file);
      try {
        const { output, status } = await run(folder, 'exec', 'nuxt', 'generate');
        expect({ status, tells: output.includes(wrong) }).toEqual({
          status: 0,
          tells: false,
        });
        const page = await browser.context.newPage();
        await page.goto(origin);
        expect(await page.locator('p').innerText()).toBe(
          'Please [[skype:cal echo123]].',
        );
        await page.close();
      } finally {
        writeFileSync(file, contact);
      }
    });
  },
);
