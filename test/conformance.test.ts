import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { type Features, markdownToHtml } from 'satteri';
import { type PluggableList, unified } from 'unified';
import { describe, expect, test } from 'vitest';
import remarkContactLinks from '../src/index.js';
import satteriContactLinks from '../src/satteri/index.js';
import { engines } from './helpers/engines.js';
import { commonmarkExamples, gfmExamples } from './helpers/specs.js';

/** What an engine makes of a document. */
type Make = (markdown: string) => unknown;
/** A way to read documents, without the plugin and with it. */
type Way = readonly [name: string, without: Make, withIt: Make];

/** What remark makes of a document besides HTML: tree with positions, and Markdown. */
function trees(plugins: PluggableList): Make {
  const processor = unified()
    .use(remarkParse)
    .use(plugins)
    .use(remarkStringify)
    .freeze();
  return (markdown) => ({
    tree: processor.runSync(processor.parse(markdown)),
    formatted: String(processor.processSync(markdown)),
  });
}

const features: Features = { math: true, directive: true, smartPunctuation: true };
const mdastPlugins = [satteriContactLinks()];

const ways: ReadonlyArray<Way> = [
  ...engines.flatMap(({ create, name }) =>
    (['commonmark', 'gfm'] as const).map(
      (syntax): Way => [
        `${name}, ${syntax}`,
        create(undefined, { syntax }),
        create({}, { syntax }),
      ],
    ),
  ),
  ['trees of remark', trees([]), trees([remarkContactLinks])],
  [
    'trees of remark with remark-gfm',
    trees([remarkGfm]),
    trees([remarkGfm, remarkContactLinks]),
  ],
  [
    'trees of remark with remark-gfm behind',
    trees([remarkGfm]),
    trees([remarkContactLinks, remarkGfm]),
  ],
  [
    'Sätteri with more features',
    (markdown) => markdownToHtml(markdown, { features }).html,
    (markdown) => markdownToHtml(markdown, { features, mdastPlugins }).html,
  ],
];

/** All examples of both; GFM has most of those of CommonMark. */
const examples = [
  ...new Map(
    [...commonmarkExamples, ...gfmExamples].map((each) => [each.markdown, each]),
  ).values(),
];

test('the specifications are whole', () => {
  expect(commonmarkExamples).toHaveLength(652);
  expect(gfmExamples).toHaveLength(673);
});

describe.each(ways)('%s', (_, without, withIt) => {
  test('gives the same for all examples', () => {
    for (const { markdown, name } of examples) {
      expect(withIt(markdown), name).toEqual(without(markdown));
    }
  });
});
