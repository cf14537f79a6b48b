import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, lockedVersions, source } from './install.js';
import { endAll, run, runWell } from './processes.js';

/** A host that has no site of its own in `examples/`, tried in a folder of `beside/`. */
interface Host {
  name: string;
  /** File that it makes from the page. */
  output: string;
  /** File where the tests put a page with a wrong shorthand. */
  wrong: string;
  /** What it prints before the message about that page. */
  told: string;
}

const hosts: ReadonlyArray<Host> = [
  {
    name: 'content-collections',
    output: '.content-collections/generated/allPages.js',
    wrong: 'content/wrong.md',
    // content-collections does not name the file.
    told: 'error 1:6-1:33: 1:6: ',
  },
  {
    name: 'hexo',
    output: 'public/page/index.html',
    wrong: 'source/_posts/wrong.md',
    told: 'source/_posts/wrong.md:5:6: ',
  },
  {
    name: 'nextra',
    output: 'out/index.html',
    wrong: 'content/wrong.md',
    told: '5:6: ',
  },
  {
    name: 'storybook',
    output: 'site/page.mdx.js',
    wrong: 'pages/wrong.mdx',
    told: '1:6: ',
  },
  {
    name: 'streamdown',
    output: 'site/page.md.html',
    wrong: 'pages/wrong.md',
    told: '1:6: ',
  },
  {
    name: 'velite',
    output: '.velite/pages.json',
    wrong: 'content/wrong.md',
    // Velite counts lines from the end of the front matter.
    told: 'content/wrong.md\n error 1:6: ',
  },
  {
    name: 'vitepress-2',
    output: 'docs/.vitepress/dist/index.html',
    wrong: 'docs/wrong.md',
    told: 'docs/wrong.md:5:13: ',
  },
];

const folderOf = (name: string): string => `test/beside/${name}`;

describe.each(hosts)('$name', ({ name, output, told, wrong }) => {
  let folder: string;
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  beforeAll(async () => {
    folder = await install(folderOf(name));
    await runWell(folder, 'run', 'build');
  });
  afterAll(endAll);

  test('installs what its lockfile says', () => {
    expect(lockedVersions(folder)).toEqual(lockedVersions(source(folderOf(name))));
  });

  test('has the links', () => {
    const page = read(output);
    expect(page).toContain('tel:+12015550123');
    expect(page).toContain(
      'https://teams.microsoft.com/l/chat/0/0?users=alice%40contoso.com',
    );
    expect(page).toContain('Chat with alice@contoso.com in Teams');
    expect(page).toContain('Call +1 201 555 0199');
  });

  test('stops at a wrong shorthand', async () => {
    cpSync(join(folder, 'wrong.md'), join(folder, wrong));
    const { output, status } = await run(folder, 'run', 'build');
    rmSync(join(folder, wrong));
    expect(output).toContain(
      `${told}Unknown action \`cal\` for tel; did you mean \`call\`?`,
    );
    expect(status).not.toBe(0);
  });

  if (name === 'velite') {
    test('takes the plugin by its types', async () => {
      await runWell(folder, 'run', 'types');
    });

    test('makes the table of contents and the excerpt of the source', () => {
      const [page] = JSON.parse(read(output));
      expect(page.toc[0].title).toBe('At night [[tel:call +1 201 555 0199]]');
      expect(page.excerpt).toContain('Call [[tel:+1 201 555 0123|us]]');
    });
  }

  if (name === 'vitepress-2') {
    test('opens a tab for each link, also in the title of a container', () => {
      const links = read(output).match(/<a href="tel:[^>]*>/g);
      expect(links).toHaveLength(3);
      for (const link of links ?? []) expect(link).toContain('target="_blank"');
    });
  }
});
