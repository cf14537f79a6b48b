import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { besideNames, exampleNames, examples } from './helpers/examples.js';

/** Each example has all its files, to be copied; what they share is held equal here. */
const shared: Record<string, Readonly<Record<string, ReadonlyArray<string>>>> = {
  astro: {
    contact: ['src/pages/index.md'],
    syntax: ['src/pages/syntax.md', 'src/pages/mdx.mdx'],
  },
  'astro-blog': {
    contact: ['src/content/blog/contact.md'],
    syntax: ['src/content/blog/syntax.md', 'src/content/blog/mdx.mdx'],
  },
  docusaurus: { contact: ['docs/index.md'], syntax: ['docs/syntax.md'] },
  eleventy: { contact: ['pages/index.md'], syntax: ['pages/syntax.md'] },
  fumadocs: { contact: ['content/index.md'], syntax: ['content/syntax.md'] },
  next: { contact: ['app/page.md'], syntax: ['app/syntax/page.md'] },
  'nuxt-content': { contact: ['content/index.md'], syntax: ['content/syntax.md'] },
  'react-markdown': {
    contact: ['src/pages/index.md'],
    syntax: ['src/pages/syntax.md'],
  },
  'remark-cli': { contact: ['pages/index.md'], syntax: ['pages/syntax.md'] },
  rspress: { contact: ['docs/index.md'], syntax: ['docs/syntax.md'] },
  starlight: {
    contact: ['src/content/docs/index.md'],
    syntax: ['src/content/docs/syntax.md', 'src/content/docs/mdx.mdx'],
  },
  vitepress: { contact: ['docs/index.md'], syntax: ['docs/syntax.md'] },
};

/** Read a file of an example, without the front matter that its generator wants. */
function read(name: string, path: string): string {
  return readFileSync(join(examples, name, path), 'utf8').replace(
    /^---\n[\s\S]*?\n---\n\n/,
    '',
  );
}

test('all examples are known', () => {
  expect(exampleNames).toEqual(Object.keys(shared));
});

describe.each(exampleNames)('%s', (name) => {
  test('has the pages that all examples have', () => {
    const { contact = [], syntax = [] } = shared[name] ?? {};
    expect(contact.length).toBe(1);
    for (const path of contact) {
      expect(read(name, path)).toBe(read('remark-cli', 'pages/index.md'));
    }
    expect(syntax.length).toBeGreaterThan(0);
    for (const path of syntax) {
      expect(read(name, path)).toBe(read('remark-cli', 'pages/syntax.md'));
    }
    expect(read(name, 'wrong.md')).toBe(read('remark-cli', 'wrong.md'));
  });

  test('has the options that all examples have', () => {
    const file = 'contact-link-options.js';
    expect(read(name, file)).toBe(read('remark-cli', file));
  });

  test('is tried in a browser', () => {
    expect(existsSync(join(examples, 'test', `${name}.test.ts`))).toBe(true);
  });
});

describe.each([...exampleNames, ...besideNames])('%s', (name) => {
  test('has a lockfile for all systems', () => {
    const { packages } = JSON.parse(read(name, 'package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
      for (const dependency of Object.keys(optionalDependencies)) {
        expect(resolveIn(packages, place, dependency), place).toBeDefined();
      }
    }
  });

  test('depends on what is published, in its lockfile too', () => {
    const { dependencies, devDependencies } = JSON.parse(read(name, 'package.json'));
    expect(dependencies['remark-contact-links']).toBe('latest');
    expect(['latest', undefined]).toContain(devDependencies?.['contact-links']);
    expect(read(name, 'package-lock.json')).not.toMatch(
      /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/,
    );
  });
});

/** Find where a package in a lockfile gets another one from: the nearest folder above. */
function resolveIn(packages: object, place: string, name: string): string | undefined {
  for (
    let folder = place;
    ;
    folder = folder.replace(/\/?node_modules\/(?!.*\/node_modules\/).*$/, '')
  ) {
    const path = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}
