import process from 'node:process';
import fc from 'fast-check';
import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkContactLinks, { type Options } from 'remark-contact-links';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import {
  anyMdx,
  anything,
  crossing,
  sensible,
} from '../../../test/helpers/documents.js';
import { fixtures } from '../../../test/helpers/fixtures.js';
import { createExpander } from '../src/expand/expand-source.js';

/** Leaves of an anchor what Markdown can hold. */
function rehypePlainLinks() {
  return (tree: Root) => {
    visit(tree, 'element', ({ properties, tagName }: Element) => {
      if (
        tagName !== 'a' ||
        Object.keys(properties).some((key) => key.startsWith('dataFootnote'))
      )
        return;
      for (const key of Object.keys(properties)) {
        if (key !== 'href' && key !== 'title') delete properties[key];
      }
    });
  };
}

/**
 * Make the page of a document.
 *
 * @param options
 *   Options of the plugin; nothing for the page without it.
 */
function render(
  markdown: string,
  options: Options<string> | undefined,
  isMdx: boolean,
): string {
  const processor = unified()
    .use(remarkParse)
    .use(isMdx ? [remarkMdx] : [])
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use(options ? [[remarkContactLinks, options]] : [])
    .use(remarkRehype, {
      allowDangerousHtml: true,
      // What MDX adds is held against itself, whatever comes of it.
      unknownHandler: (state, node) => ({
        type: 'element',
        tagName: node.type.toLowerCase(),
        properties: { content: JSON.stringify(node.name ?? node.value) },
        children: 'children' in node ? state.all(node) : [],
      }),
    })
    .use(rehypePlainLinks)
    .use(rehypeStringify, { allowDangerousHtml: true });
  return String(processor.processSync(markdown));
}

/** Expand a document, as the tool does. */
function expand(text: string, options: Options<string>, isMdx: boolean) {
  const file = new VFile({ path: isMdx ? 'page.mdx' : 'page.md', value: text });
  const source = { file, text, mark: '', bytes: Buffer.from(text) };
  const expander = createExpander({ options, plugins: [] }, false);
  const expanded = expander({ ...source, outside: undefined, isStandardInput: false });
  const rules = file.messages.map(({ ruleId }) => ruleId);
  return { rules, text: expanded?.text ?? text };
}

/**
 * The page of a document that was expanded, made without the plugin, is the page of the document.
 * Where there are wrong shorthands, which stay, the plugin has to keep the Markdown in them from
 * being Markdown.
 */
function expectSamePage(input: string, options: Options<string>, isMdx = false): void {
  const asked = { ...options, invalid: 'warn' } as const;
  const { rules, text } = expand(input, asked, isMdx);
  const before = render(input, asked, isMdx);
  const isAsBefore = (after: string) => ({ text, page: after });
  const expected = { text, page: before };
  const own: ReadonlySet<string | undefined> = new Set(['lost-attributes']);
  const plain = render(text, undefined, isMdx);
  if (plain === before) return;
  expect(rules.filter((rule) => !own.has(rule))).not.toEqual([]);
  const again = render(text, { ...asked, redirect: null }, isMdx);
  expect(isAsBefore(again)).toEqual(expected);
}

describe('the page of an expanded document is the page of the document', () => {
  test.each(fixtures)('$name', ({ input, options }) => {
    expectSamePage(input, options);
    const { rules } = expand(input, options, false);
    expect(rules).not.toContain('not-expanded');
    expect(rules).not.toContain('more-than-links');
  });

  const runs = { numRuns: Number(process.env.RUNS), seed: Number(process.env.SEED) };
  // Each of these is long.
  const fewer = { ...runs, numRuns: Math.ceil(runs.numRuns / 5) };

  test.each([
    ['sensible documents', sensible, runs],
    ['marks that cross each other', crossing, runs],
    ['anything', anything, fewer],
  ])('%s', (_, documents, parameters) => {
    fc.assert(
      fc.property(documents, (input) => expectSamePage(input, {})),
      parameters,
    );
  });

  test('MDX', () => {
    fc.assert(
      fc.property(anyMdx, (input) => {
        try {
          render(input, {}, true);
        } catch {
          return;
        }
        expectSamePage(input, {}, true);
      }),
      fewer,
    );
  });

  test('names with anything in them', () => {
    const name = fc
      .string({ unit: fc.constantFrom(...'ab1 *_[]()<>{}\\`&;#amp~$|:-!^"\'@/.=+\n') })
      .filter((text) => text.trim() !== '' && !/[\r\n]/.test(text));
    fc.assert(
      fc.property(name, name, (one, title) => {
        const options: Options<string> = {
          contacts: { a: { name: one, tel: '+1 201 555 0123' } },
          attributes: { '*': { title } },
        };
        for (const input of [
          '[[tel:call @a]]',
          'b [[tel:@a]] c',
          '| x |\n| - |\n| [[tel:@a]] |',
        ]) {
          const { rules, text } = expand(input, options, false);
          expect(rules).toEqual([]);
          expect({ text, page: render(text, undefined, false) }).toEqual({
            text,
            page: render(input, options, false),
          });
        }
      }),
      runs,
    );
  });
});
