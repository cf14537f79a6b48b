import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import {
  type MarkdownToHtmlResult,
  type MdastPluginList,
  markdownToHtml,
} from 'satteri';
import { type PluggableList, unified } from 'unified';
import { VFile } from 'vfile';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import contactLinks, { type Options } from '../src/astro/index.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'contact-links-astro-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const processors = {
  satteri: () => ({
    name: 'satteri',
    options: { mdastPlugins: [] as MdastPluginList },
    render(source: string, fileURL: URL | undefined) {
      const { mdastPlugins } = this.options;
      const result = markdownToHtml(source, {
        mdastPlugins,
        ...(fileURL && { fileURL }),
      });
      return (result as MarkdownToHtmlResult).html;
    },
  }),
  unified: () => ({
    name: 'unified',
    options: { remarkPlugins: [] as PluggableList },
    render(value: string, path: URL | undefined) {
      const processor = unified()
        .use(remarkParse)
        .use(this.options.remarkPlugins)
        .use(remarkRehype)
        .use(rehypeStringify);
      return String(processor.processSync(new VFile({ value, ...(path && { path }) })));
    },
  }),
};
type Engine = keyof typeof processors;
const engines = Object.keys(processors) as Array<Engine>;

const wrong = 'Please [[skype:cal echo123]].\n';
const said =
  'Unknown action `cal` for skype; did you mean `call`? Write `[[skype:call echo123]]` [unknown-action]';

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A start of Astro, as far as integrations can tell. */
function start(
  options?: Options | null,
  {
    command = 'build',
    engine = 'satteri',
    processor = processors[engine](),
  }: {
    command?: string;
    engine?: Engine;
    processor?: ReturnType<(typeof processors)[Engine]>;
  } = {},
) {
  const log: Array<string> = [];
  const logger = {
    error: (text: string) => log.push(`error ${text}`),
    info: (text: string) => log.push(`info ${text}`),
    warn: (text: string) => log.push(`warn ${text}`),
  };
  const url = pathToFileURL(`${root}/`);
  const { hooks } = contactLinks(options);
  hooks['astro:config:setup']({
    command,
    config: {
      cacheDir: new URL('cache/', url),
      markdown: { processor: { name: processor.name, options: processor.options } },
      root: url,
    },
    logger,
  });
  return {
    hooks,
    log,
    processor,
    /** Render a page as Astro does: what is after its front matter. */
    render(path: string): string {
      const text = readFileSync(join(root, path), 'utf8');
      const source = text.replace(/^---\n[\s\S]*?\n---/, '');
      return processor.render(source, pathToFileURL(join(root, path)));
    },
    /** What Astro takes into the key of its cache. */
    key: () => JSON.stringify(processor.options),
  };
}

function store(...paths: ReadonlyArray<string>): void {
  write('cache/data-store.json', JSON.stringify([['Map', 1], 'blog', ...paths]));
}

describe.each(engines)('with %s', (engine) => {
  test('makes links, and tells nothing where nothing is wrong', () => {
    write('a.md', 'Call [[tel:+1 201 555 0123|us]].\n');
    write('b.md', 'No link.\n');
    const site = start(undefined, { engine });
    expect(site.render('a.md').trim()).toBe(
      '<p>Call <a href="tel:+12015550123">us</a>.</p>',
    );
    expect(site.render('b.md').trim()).toBe('<p>No link.</p>');
    expect(() => site.hooks['astro:build:done']()).not.toThrow();
    expect(site.log).toEqual([]);
  });

  test('tells the place in the file, with its front matter, and keeps the text', () => {
    write('src/a.md', `---\ntitle: A\n---\n\n${wrong}\n[[tel:]], [[skype:bob]]\n`);
    const site = start(null, { engine });
    expect(site.render('src/a.md')).toContain('Please [[skype:cal echo123]].');
    expect(site.log).toEqual([
      `warn src/a.md:5:8: ${said}`,
      expect.stringMatching(/^warn src\/a\.md:7:1: .* \[missing-target\]$/),
      expect.stringMatching(/^info src\/a\.md:7:11: Skype .* \[retired-service\]$/),
    ]);
    expect(() => site.hooks['astro:build:done']()).not.toThrow();
  });

  test('ends a build with an error, of a page in the cache too', () => {
    write('src/a.md', `---\ntitle: A\n---\n\n${wrong}${wrong}`);
    write('src/gone.md', wrong);
    write('src/b.md', wrong);
    const first = start({ invalid: 'error' }, { engine });
    for (const path of ['src/a.md', 'src/gone.md', 'src/b.md']) {
      expect(first.render(path)).toContain('[[skype:cal echo123]]');
    }
    store('src/a.md', 'src/b.md');
    expect(() => first.hooks['astro:build:done']()).toThrow(
      '4 contact links are wrong; see the messages above',
    );

    rmSync(join(root, 'src/gone.md'));
    const second = start({ invalid: 'error' }, { engine });
    expect(second.key()).toBe(first.key());
    second.render('src/b.md');
    expect(() => second.hooks['astro:build:done']()).toThrow(
      '3 contact links are wrong; see the messages above',
    );
    expect(second.log).toEqual([
      `error src/b.md:1:8: ${said}`,
      `error src/a.md:5:8: ${said}`,
      `error src/a.md:6:8: ${said}`,
    ]);
  });

  test('tells a text once, and again when the file changes', () => {
    write('a.md', wrong);
    const { log, render } = start(undefined, { engine, command: 'dev' });
    render('a.md');
    render('a.md');
    expect(log).toEqual([`warn a.md:1:8: ${said}`]);
    write('a.md', `New\n\n${wrong}`);
    render('a.md');
    expect(log.splice(0)).toEqual([`warn a.md:1:8: ${said}`, `warn a.md:3:8: ${said}`]);
    write('a.md', 'Right\n');
    render('a.md');
    expect(log).toEqual([]);
    write('a.md', `New\n\n${wrong}`);
    render('a.md');
    expect(log).toEqual([`warn a.md:3:8: ${said}`]);
  });

  test('reports messages about a document without a file', () => {
    const { log, processor } = start(undefined, { engine });
    processor.render(wrong, undefined);
    processor.render('Nothing', undefined);
    expect(log).toEqual([`warn ${said}`]);
  });

  test('tells the file alone where the place in it is not known', () => {
    write('twice.md', `${wrong}…${wrong}…`);
    write('other.md', 'Other');
    const { log, processor } = start(undefined, { engine });
    for (const name of ['twice.md', 'other.md', 'none.md']) {
      processor.render(wrong, pathToFileURL(join(root, name)));
    }
    expect(log).toEqual([
      `warn twice.md: ${said}`,
      `warn other.md: ${said}`,
      `warn none.md: ${said}`,
    ]);
  });

  test('finds the place where the end of the text was changed', () => {
    write('a.md', `Before\n\n${wrong}After`);
    const { log, processor } = start(undefined, { engine });
    processor.render(wrong, pathToFileURL(join(root, 'a.md')));
    expect(log).toEqual([`warn a.md:3:8: ${said}`]);
  });

  test('adds its plugin once when it is set up again', () => {
    write('a.md', wrong);
    const processor = processors[engine]();
    const first = start(undefined, { processor });
    const second = start(undefined, { processor });
    second.render('a.md');
    expect(first.log).toEqual([]);
    expect(second.log).toEqual([`warn a.md:1:8: ${said}`]);
  });
});

test('tells the file alone of a link that another plugin has made', () => {
  write('a.md', 'Text\n');
  const processor = processors.unified();
  processor.options.remarkPlugins = [
    () => (tree: Root) => {
      tree.children.unshift({
        type: 'paragraph',
        children: [{ type: 'link', url: 'skype:bob', children: [] }],
      });
    },
  ];
  const { log, render } = start({ redirect: { skype: 'teams' } }, { processor });
  render('a.md');
  expect(log).toEqual([expect.stringMatching(/^warn a\.md: .* \[no-replacement\]$/)]);
});

test('names no file for a document whose URL is not that of a file', () => {
  const { log, processor } = start();
  processor.render(wrong, new URL('https://example.org/a.md'));
  expect(log).toEqual([`warn ${said}`]);
});

test('tells kept messages when a server starts', () => {
  write('a.md', wrong);
  start(undefined, { command: 'dev' }).render('a.md');
  const { hooks, log, render } = start(undefined, { command: 'dev' });
  hooks['astro:server:start']();
  render('a.md');
  expect(log).toEqual([`warn a.md:1:8: ${said}`]);
});

test('ends a build with an error about one', () => {
  write('a.md', wrong);
  const { hooks, render } = start({ invalid: 'error' });
  render('a.md');
  expect(() => hooks['astro:build:done']()).toThrow('1 contact link is wrong');
});

describe('what is kept', () => {
  test.each([
    ['the store has no more', () => store('src/b.md')],
    ['is another text now', () => write('src/a.md', `New\n\n${wrong}`)],
  ])('is not told of a file that %s', (_, change) => {
    write('src/a.md', wrong);
    store('src/a.md');
    start().render('src/a.md');
    change();
    const { hooks, log } = start();
    hooks['astro:build:done']();
    expect(log).toEqual([]);
  });

  test('is reported where Astro kept the page of a file that has been renamed', () => {
    write('src/a.md', wrong);
    store('src/a.md');
    start().render('src/a.md');
    rmSync(join(root, 'src/a.md'));
    const { hooks, log } = start();
    hooks['astro:build:done']();
    expect(log).toEqual([`warn src/a.md:1:8: ${said}`]);
    rmSync(join(root, 'cache/data-store.json'));
    const without = start();
    without.hooks['astro:build:done']();
    expect(without.log).toEqual([]);
  });

  test('goes when a file is right', () => {
    write('src/a.md', wrong);
    store('src/a.md');
    start({ retired: 'ignore' }).render('src/a.md');
    // Other options make another page of the same text.
    const other = start({ services: { skype: false } });
    other.render('src/a.md');
    const { hooks, log } = start();
    hooks['astro:build:done']();
    expect(log).toEqual([]);
  });

  test('is found in a store of chunks', () => {
    write('src/a.md', wrong);
    write('src/b.md', wrong);
    const before = start();
    before.render('src/a.md');
    before.render('src/b.md');
    write('cache/data-store/manifest.json', '{"blog": ["1.txt", "2.txt"]}');
    write('cache/data-store/1.txt', '[["a", 1], "a", {"fileP');
    write('cache/data-store/2.txt', 'ath": 3}, "src/a.md"]\n');
    const { hooks, log } = start();
    hooks['astro:build:done']();
    expect(log).toEqual([`warn src/a.md:1:8: ${said}`]);
  });

  test.each(['', '{"a": 1', '"id"\n5\n'])('is made anew where %j stands', (text) => {
    write('a.md', wrong);
    const first = start();
    write('cache/contact-links.jsonl', text);
    const second = start();
    expect(second.key()).not.toBe(first.key());
    second.render('a.md');
    const third = start();
    expect(third.key()).toBe(second.key());
    third.hooks['astro:build:done']();
    expect(third.log).toEqual([`warn a.md:1:8: ${said}`]);
  });

  test('is used only for the same options', () => {
    expect(start({ locale: 'de' }).key()).not.toBe(start({ locale: 'en' }).key());
  });
});

test('prints what others wrote without an effect', () => {
  write('a.md', 'a [[tel:+1 2\u001B[2J]]\n');
  const { log, render } = start();
  render('a.md');
  expect(log.length).toBe(1);
  expect(log[0]).not.toContain('\u001B');
  expect(posix.basename(log[0]?.split(':')[0] ?? '')).toBe('warn a.md');
});

test('throws for a wrong option at once, and for another processor', () => {
  const site = new URL('file:///site/');
  const config = { markdown: {}, root: site, cacheDir: site };
  expect(() =>
    contactLinks().hooks['astro:config:setup']({ command: 'build', config } as never),
  ).toThrow('remark-contact-links/astro needs Astro 7 or later');
  expect(() => contactLinks({ invalid: 'no' } as never)).toThrow(/invalid/);
  const processor = { ...processors.satteri(), name: 'other' };
  expect(() => start(undefined, { processor })).toThrow(
    'remark-contact-links/astro knows the Markdown processors `satteri` and `unified`, not `other`',
  );
});
