import fc from 'fast-check';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { mdxToJs } from 'satteri';
import { type Pluggable, type PluggableList, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { afterAll, describe, expect, test } from 'vitest';
import { resolveSettings } from '../src/core/index.js';
import { scanHead, withoutEnd } from '../src/core/shorthand/scan-head.js';
import remarkContactLinks from '../src/index.js';
import satteriContactLinks from '../src/satteri/index.js';
import { anyMdx, anything, unclosed } from './helpers/documents.js';
import { type EngineMessage, engines, remark } from './helpers/engines.js';
import { format, parse } from './helpers/remark.js';
import { Watchdog } from './helpers/watchdog.js';

const watchdog = new Watchdog();
afterAll(() => watchdog.end());

/** Marks the anchors of the plugin. */
const options = {
  attributes: { '*': { class: 'contact' } },
  contacts: { x: { name: 'X', skype: 'echo123' } },
  retired: 'ignore',
} as const;

/** A comment or a tag, as CommonMark has them. */
const markup =
  /<!--(?:-?>|.*?-->)|<(?<slash>\/?)(?<name>[a-z][a-z\d-]*)(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/gis;

/**
 * Anchors in which others stand, where one of the two is of the plugin.
 *
 * @param plain
 *   The page without the plugin: text of marked 17 can end an anchor in an attribute there.
 */
function nestedAnchors(html: string, input: string, plain: string): Array<string> {
  const faults: Array<string> = [];
  const source = withLineFeeds(input);
  const tags = Array.from(plain.matchAll(markup), ([tag]) => tag);
  const last = tags.findLast((tag) => /^<\/?a\b/i.test(tag));
  if (last?.startsWith('<a ') && !source.includes(withLineFeeds(last))) return [];
  let open: string | undefined;
  for (const { 0: tag, groups } of html.matchAll(markup)) {
    if (groups?.name?.toLowerCase() !== 'a') continue;
    if (open !== undefined && !groups.slash) {
      if (isOurs(open)) faults.push(`holds an anchor: ${open}${tag}`);
      // Those of the document itself may be open.
      else if (isOurs(tag) && !source.includes(withLineFeeds(open))) {
        faults.push(`stands in an anchor: ${open}${tag}`);
      }
    }
    open = groups.slash ? undefined : tag;
  }
  return faults;
}

function isOurs(anchor: string): boolean {
  return anchor.includes('class="contact"');
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Words that a page has lost, compared with the one without the plugin. */
function lostWords(input: string, html: string, plain: string): Array<string> {
  // Where brackets pair up to another image, its description takes titles of images in.
  if (imagesOf(html) !== imagesOf(plain)) return [];
  // What is not closed may be a directive, whose name a page does not show.
  const hasNames = html.includes('<div></div>');
  // What is a comment in a label is text to marked 17, where brackets in it end a link.
  const written = input.replace(/<!--.*?-->/gs, '');
  const text = plain
    // A label of nothing but comments is an empty one.
    .replace(/<!--.*?-->/gs, '')
    // Neither the address nor the title of a link is in the description of an image.
    .replace(/<a href="[^"]*"(?: title="[^"]*")?/g, '<a');
  return (
    [...text.matchAll(/word\d{4}/g)]
      .map(([word]) => word)
      // Descriptions of markdown-it leave escapes out, and make words that nobody wrote.
      .filter((word) => written.includes(word) && !html.includes(word))
      .filter((word) => !hasNames || !new RegExp(`:[\\w-]*${word}`).test(input))
  );
}

/** The images of a page, by their addresses and titles. */
function imagesOf(html: string): string {
  const image = /<img src="([^"]*)"(?: alt="[^"]*")?(?: title="([^"]*)")?/g;
  return Array.from(html.matchAll(image), ([, ...parts]) => parts.join(' ')).join();
}

const { names } = resolveSettings();

/**
 * Whether a head holds brackets or braces: they are none of Markdown's and MDX's then, and
 * others pair up.
 */
function hasBracketsInHead(input: string): boolean {
  return [...input.matchAll(/\[(?=\[)/g)].some(({ index }) => {
    const { end, step } = scanHead(input, index + 2, names);
    return step !== 'foreign' && /[\]{]/.test(withoutEnd(input.slice(index + 2, end)));
  });
}

/** Messages at places that do not hold what they are about. */
function misplaced(
  input: string,
  messages: ReadonlyArray<EngineMessage>,
): Array<string> {
  // A byte order mark has no column.
  const lines = input.replace(/^\uFEFF/, '').split(/\r\n|[\r\n]/);
  return messages.flatMap(({ actual, place }) => {
    const [line = 0, column = 0] = place.split(/[:-]/).map(Number);
    const [first = ''] = comparable(actual).split(/[\r\n]/);
    const found = comparable(lines[line - 1]?.slice(column - 1) ?? '');
    return found.startsWith(first.trimEnd()) ? [] : [`${place} ${actual}`];
  });
}

/** A text as engines have it: U+FFFD for a NUL. */
function comparable(text: string): string {
  return text.replace(/\0/g, '\uFFFD');
}

describe.each(engines)('$name', ({ losesPlaces, setups }) => {
  test('any document with any settings', () => {
    fc.assert(
      fc.property(anything, setups, (input, create) => {
        const plain = create(undefined)(input);
        // A few plugins of remark fail alone.
        fc.pre(plain.error === undefined);
        const { error, html, messages } = watchdog.watch(input, () =>
          create(options)(input),
        );
        expect(error).toBeUndefined();
        expect(nestedAnchors(html, input, plain.html)).toEqual([]);
        expect(lostWords(input, html, plain.html)).toEqual([]);
        const placed = losesPlaces
          ? messages.filter(({ place }) => place !== 'unknown')
          : messages;
        expect(misplaced(input, placed)).toEqual([]);
      }),
    );
  });
});

describe('remark', () => {
  const ours: Pluggable = [remarkContactLinks, options];

  function toPage(input: string, plugins: PluggableList) {
    const file = new VFile(input);
    const processor = unified()
      .use(remarkParse)
      .use(plugins)
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeStringify, { allowDangerousHtml: true });
    const html = String(processor.processSync(file));
    return { html, messages: file.messages };
  }

  /** The page without the plugin; nothing where the others fail, as a few do. */
  function withoutOurs(input: string, plugins: PluggableList): string | undefined {
    try {
      return toPage(input, plugins).html;
    } catch {
      return undefined;
    }
  }

  /** What the contact links of a document say. */
  function contacts(input: string, plugins: PluggableList): Array<unknown> {
    const found: Array<unknown> = [];
    visit(parse(input, plugins), 'link', ({ data }) => {
      if (data?.contact) found.push(data.contact);
    });
    return found;
  }

  /** Whether remark itself writes a document so that it reads back the same. */
  function isKeptByFormatting(input: string, plugins: PluggableList): boolean {
    try {
      const formatted = format(input, plugins);
      const isSame = toPage(formatted, plugins).html === toPage(input, plugins).html;
      // A page does not show footnotes that nothing refers to.
      return isSame && format(formatted, plugins) === formatted;
    } catch {
      return false;
    }
  }

  test('shorthands that are not closed are left to Markdown', () => {
    fc.assert(
      fc.property(anything.map(unclosed), remark.setups, (input, create) => {
        const plain = create(undefined)(input);
        fc.pre(plain.error === undefined);
        const { error, html } = create(options)(input);
        expect(error).toBeUndefined();
        expect(html).toBe(plain.html);
      }),
    );
  });

  /** Whether `[x]:` begins something but a definition, which remark may make one. */
  function hasReferenceBeforeColon(input: string): boolean {
    let found = false;
    visit(parse(input, [remarkGfm]), 'linkReference', (_, index = 0, parent) => {
      const next = parent?.children[index + 1];
      if (next?.type === 'text' && next.value.startsWith(':')) found = true;
    });
    return found;
  }

  test('formatting keeps what contact links say', () => {
    const list = [remarkGfm, ours];
    fc.assert(
      fc.property(anything, (input) => {
        fc.pre(!hasReferenceBeforeColon(input));
        fc.pre(isKeptByFormatting(input, [remarkGfm]));
        expect(contacts(format(input, list), list)).toEqual(contacts(input, list));
      }),
    );
  });

  test('MDX is read, but where a tag overlaps what is in brackets', () => {
    fc.assert(
      fc.property(anyMdx, (document) => {
        // A destination right after a shorthand is text, and may begin an expression.
        const input = document.replaceAll(']](', ']] (');
        fc.pre(!hasBracketsInHead(input));
        const plugins = [remarkMdx, remarkGfm];
        const plain = withoutOurs(input, plugins);
        fc.pre(plain !== undefined);
        try {
          watchdog.watch(input, () => toPage(input, [...plugins, ours]));
        } catch (error) {
          expect(String(error)).toMatch(/Expected (?:a|the) closing tag/);
        }
      }),
    );
  });

  test('MDX with shorthands that are not closed is left to Markdown', () => {
    fc.assert(
      fc.property(anyMdx.map(unclosed), (input) => {
        const plugins = [remarkMdx, remarkGfm];
        const plain = withoutOurs(input, plugins);
        fc.pre(plain !== undefined);
        expect(toPage(input, [...plugins, ours]).html).toBe(plain);
      }),
    );
  });
});

describe('Sätteri', () => {
  test('MDX that the engine reads', () => {
    const mdastPlugins = [satteriContactLinks(options)];
    const isRead = (input: string): boolean => {
      // Where a list item begins with the end of a tag, the engine may end the process.
      if (/^[ \t>]*(?:[*+-]|\d+[.)])[ \t]+<\//m.test(input)) return false;
      try {
        return Boolean(mdxToJs(input));
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(anyMdx, (input) => {
        fc.pre(isRead(input));
        watchdog.watch(input, () => mdxToJs(input, { mdastPlugins }));
      }),
    );
  });
});
