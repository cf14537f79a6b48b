import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Root } from 'mdast';
import { toString as mdastToString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { binary, makeFolder } from './helpers/command.js';

const path = '../../../site/src/content/docs/set-up/without-plugin.md';
const text = readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

/** The blocks of code of the page, by the heading above them and by their language. */
const blocks = new Map<string, string>();
let heading = '';
for (const node of (unified().use(remarkParse).parse(text) as Root).children) {
  if (node.type === 'heading') heading = mdastToString(node);
  if (node.type === 'code') blocks.set(`${heading} ${node.lang}`, node.value);
}

/** Type the commands of a recipe in a folder. */
function follow(tool: string, folder: string): string {
  const commands = blocks.get(`${tool} sh`);
  if (commands === undefined) throw new Error(`Expected commands for ${tool}`);
  const real = commands.replace(
    /^npx contact-links/gm,
    `"${process.execPath}" "${binary}"`,
  );
  const options = { cwd: folder, encoding: 'utf8', shell: true } as const;
  const { status, stderr, stdout } = spawnSync(`set -e\n${real}`, options);
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout + stderr;
}

const page = [
  'Call [[skype:call live:_a_b--c]] or [[tel:+1 201 555 0123|our *office*]].',
  '',
  '| who | how |',
  '| --- | --- |',
  '| Bob | [[teams:chat @bob\\|Chat \\| *now*]] and [[mailto:@bob]] |',
  '',
].join('\n');
const configuration = JSON.stringify({
  contacts: {
    bob: { name: 'Bob _B_', teams: 'bob@contoso.com', mailto: 'bob@contoso.com' },
  },
  attributes: { tel: { title: 'By "phone"' } },
});
const matter = '---\ntitle: Contact\n---\n';

interface Recipe {
  tool: string;
  /** What shows whether it is installed. */
  version: string;
  files: Record<string, string>;
  /** The page that it makes. */
  output: string;
}

const recipes: ReadonlyArray<Recipe> = [
  {
    tool: 'Hugo',
    version: 'hugo version',
    files: {
      'config.toml': 'title = "x"',
      'layouts/index.html': '{{ .Content }}',
      'content/_index.md': matter + page,
    },
    output: 'public/index.html',
  },
  {
    tool: 'Jekyll',
    version: 'jekyll --version',
    files: { '_config.yml': 'title: x', 'index.md': matter + page },
    output: '_site/index.html',
  },
  {
    tool: 'MkDocs',
    version: 'mkdocs --version',
    files: {
      'mkdocs.yml': `site_name: x\nmarkdown_extensions: [tables]\n${blocks.get('MkDocs yaml')}\n`,
      'docs/index.md': page,
    },
    output: 'site/index.html',
  },
  {
    tool: 'mdBook',
    version: 'mdbook --version',
    files: {
      'book.toml': '[book]\ntitle = "x"\n',
      'src/SUMMARY.md': '- [Contact](contact.md)\n',
      'src/contact.md': page,
    },
    output: 'book/contact.html',
  },
  {
    tool: 'Zola',
    version: 'zola --version',
    files: {
      'config.toml': 'base_url = "https://x.example"\n',
      'templates/index.html': '{{ section.content | safe }}',
      'content/_index.md': `+++\n+++\n${page}`,
    },
    output: 'public/index.html',
  },
];

/** What tools write in two ways is one here. */
function plain(html: string): string {
  return html
    .replace(/&#58;/g, ':')
    .replace(/&#34;|&quot;/g, '"')
    .replace(/&#x2F;/g, '/');
}

describe.each(recipes)('$tool', ({ files, output, tool, version }) => {
  // Whoever has it finds out whether the recipe is true.
  const isThere = spawnSync(version, { shell: true }).status === 0;

  test.skipIf(!isThere)('builds a site with these commands, twice', () => {
    const folder = makeFolder({ ...files, '.contact-linksrc.json': configuration });
    for (let runs = 0; runs < 2; runs++) {
      expect(follow(tool, folder)).toContain('expanded 4 links in 1 file\n');
      const html = plain(readFileSync(join(folder, output), 'utf8'));
      for (const link of [
        '<a href="skype:live:_a_b--c?call">Call live:_a_b--c with Skype</a>',
        '<a href="tel:+12015550123" title="By "phone"">our <em>office</em></a>',
        '<a href="https://teams.microsoft.com/l/chat/0/0?users=bob%40contoso.com">Chat | <em>now</em></a>',
        '<a href="mailto:bob@contoso.com">Bob _B_</a>',
      ]) {
        expect(html).toContain(link);
      }
    }
  });
});

test('GitHub gets a file', () => {
  const folder = makeFolder({
    'README.source.md': page,
    '.contact-linksrc.json': configuration,
  });
  expect(follow('GitHub', folder)).toContain(
    'GitHub removes the address of `tel:` links',
  );
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(
    'and [Bob \\_B\\_](mailto:bob@contoso.com) |',
  );
});

test('the plugin is removed', () => {
  const folder = makeFolder({
    'docs/a.md': page,
    'docs/b.txt': 'b',
    '.contact-linksrc.json': configuration,
  });
  follow('To take the plugin out', folder);
  expect(readFileSync(join(folder, 'docs/a.md'), 'utf8')).not.toContain('[[');
  expect(readFileSync(join(folder, 'docs/b.txt'), 'utf8')).toBe('b');
});
