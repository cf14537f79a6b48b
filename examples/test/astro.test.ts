import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testExample } from './example.js';
import { runWell, start } from './processes.js';
import { answered, freePort } from './serve.js';

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
  (built, build) => {
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
          'What is not a link',
        ]);
        await page.close();
      },
    );

    test('tells a writer of a wrong shorthand once, and again when the page changes', async () => {
      const { folder } = built();
      const page = join(folder, 'src/pages/index.md');
      const before = readFileSync(page, 'utf8');
      const port = await freePort();
      const config =
        build.name === 'unified()' ? ['--config', 'astro.unified.config.js'] : [];
      const server = start(
        folder,
        'run',
        'dev',
        '--',
        ...config,
        '--port',
        String(port),
      );
      const origin = `http://localhost:${port}`;
      const told = () => server.output().split('Unknown action `cal`').length - 1;
      try {
        await answered(origin, server);
        expect(told()).toBe(0);
        for (const count of [1, 2]) {
          writeFileSync(page, `${before}\n[[tel:cal +1 201 555 010${count}]]\n`);
          const show = async () => (await fetch(origin)).text();
          await expect
            .poll(async () => (await show()).includes(`555 010${count}]]`), {
              timeout: 60_000,
            })
            .toBe(true);
          // Each visit makes the page again; that must not report the text again.
          await show();
          await show();
          expect(told()).toBe(count);
        }
        const line = before.split('\n').length + 1;
        expect(server.output()).toContain(`src/pages/index.md:${line}:1`);
      } finally {
        await server.end();
        writeFileSync(page, before);
      }
    });

    if (build.name !== 'unified()') return;

    test.each([
      ['the integration', 'remarkPlugins: [() => () => undefined]', 'contactLinks()'],
      ['the remark plugin', 'remarkPlugins: [[remarkContactLinks, {}]]', ''],
    ])(
      'takes %s beside plugins without a processor',
      async (_, markdown, integration) => {
        const { folder } = built();
        writeFileSync(
          join(folder, 'older.config.js'),
          `import mdx from '@astrojs/mdx'
        import remarkContactLinks from 'remark-contact-links'
        import contactLinks from 'remark-contact-links/astro'
        export default {
          markdown: {${markdown}},
          integrations: [mdx(), ${integration}],
          outDir: './older'
        }`,
        );
        const output = await runWell(
          folder,
          ...['run', 'build', '--', '--config', 'older.config.js'],
        );
        expect(output).toContain('deprecated');
        for (const path of ['syntax', 'mdx']) {
          expect(
            readFileSync(join(folder, 'older', path, 'index.html'), 'utf8'),
          ).toContain('<a href="tel:+12015550123">our line</a>');
        }
      },
    );
  },
);
