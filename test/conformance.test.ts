import MarkdownIt14 from 'markdown-it';
import MarkdownIt15 from 'markdown-it-15';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkStringify from 'remark-stringify';
import { type Features, markdownToHtml } from 'satteri';
import { type PluggableList, unified } from 'unified';
import { describe, expect, test } from 'vitest';
import remarkContactLinks from '../src/index.js';
import markdownItContactLinks from '../src/markdown-it/index.js';
import type { MarkdownIt } from '../src/markdown-it/types.js';
import satteriContactLinks from '../src/satteri/index.js';
import { commonmarkExamples, gfmExamples } from './helpers/specs.js';

type Render = (markdown: string) => unknown;
/** A way to render, without the plugin and with it. */
type Way = readonly [name: string, without: Render, withIt: Render];

/** What remark makes of a document: tree with positions, HTML and formatted Markdown. */
function remark(plugins: PluggableList): Render {
  const parser = unified().use(remarkParse).use(plugins).freeze();
  const toHtml = parser()
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeStringify, { allowDangerousHtml: true });
  const toMarkdown = parser().use(remarkStringify);
  return (markdown) => ({
    tree: parser.runSync(parser.parse(markdown)),
    html: String(toHtml.processSync(markdown)),
    formatted: String(toMarkdown.processSync(markdown)),
  });
}

function satteri(name: string, features: Features): Way {
  const mdastPlugins = [satteriContactLinks()];
  return [
    name,
    (markdown) => markdownToHtml(markdown, { features }).html,
    (markdown) => markdownToHtml(markdown, { features, mdastPlugins }).html,
  ];
}

function markdownIt(
  name: string,
  create: () => MarkdownIt & { render: (markdown: string) => string },
): Way {
  const [plain, extended] = [create(), create()];
  markdownItContactLinks(extended);
  return [
    name,
    (markdown) => plain.render(markdown),
    (markdown) => extended.render(markdown),
  ];
}

const features: Features = { math: true, directive: true, smartPunctuation: true };
const settings = { html: true, linkify: true };

const ways: ReadonlyArray<Way> = [
  ['remark', remark([]), remark([remarkContactLinks])],
  [
    'remark with remark-gfm',
    remark([remarkGfm]),
    remark([remarkGfm, remarkContactLinks]),
  ],
  [
    'remark with remark-gfm behind',
    remark([remarkGfm]),
    remark([remarkContactLinks, remarkGfm]),
  ],
  satteri('Sätteri', {}),
  satteri('Sätteri with more features', features),
  ...(['commonmark', 'default'] as const).flatMap((preset) => [
    markdownIt(`markdown-it 14, ${preset}`, () => new MarkdownIt14(preset, settings)),
    markdownIt(`markdown-it 15, ${preset}`, () => new MarkdownIt15(preset, settings)),
  ]),
];

test('the specifications are whole', () => {
  expect(commonmarkExamples).toHaveLength(652);
  expect(gfmExamples).toHaveLength(673);
});

describe.each(ways)('%s', (_, without, withIt) => {
  test.each([
    ['CommonMark', commonmarkExamples],
    ['GFM', gfmExamples],
  ] as const)('gives the same for all examples of %s', (_, examples) => {
    for (const { markdown, name } of examples) {
      expect(withIt(markdown), name).toEqual(without(markdown));
    }
  });
});
