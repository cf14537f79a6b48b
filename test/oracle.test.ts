import { describe, expect, test } from 'vitest';
import { engines as all, type EngineSettings, type Page } from './helpers/engines.js';
import { commonmarkExamples, type Example, gfmExamples } from './helpers/specs.js';

/*
 * Core Markdown has a link that does what a shorthand does. So wherever one is put into
 * the examples of the specifications, the page is the same as with such a link: code hides
 * both, emphasis goes over both, both are text in a URL. The places where it is not the
 * same are in the tables here, with the reason.
 */
const link = '[zoe](skype:zoe)';

/** A place in an example, and the page with a shorthand there. */
interface Place {
  before: string;
  behind: string;
  /** With `◊` for each shorthand that is text. */
  html: string;
  ruleIds: ReadonlyArray<string | undefined>;
}

interface Kind {
  reason: string;
  /** Whether the shorthand is text there, and the page the one without the plugin. */
  isText: boolean;
  is: (place: Place) => boolean;
}

/** What makes many places differ, by its name. */
const kinds = {
  'in a link': {
    reason: 'the outer link wins, where in core the inner one does',
    isText: true,
    is: ({ ruleIds }) => ruleIds.includes('nested-link'),
  },
  'in an image description': {
    reason: 'core reduces a link there to its label; a shorthand is no link there',
    isText: true,
    is: ({ html }) => /alt="[^"]*◊/.test(html),
  },
  'behind an exclamation mark': {
    reason: 'a core link is an image there',
    isText: true,
    is: ({ before }) => before.endsWith('!'),
  },
  'in an autolink': {
    reason:
      'it ends in the middle of a core link, or markdown-it moves the port behind it',
    isText: true,
    is: ({ html }) => /href="[^"]*(?:◊|%5B%5Bskype:zoe)/.test(html),
  },
  'before a link': {
    reason: 'Sätteri has no syntax extensions: it has read `](…)` as part of a link',
    isText: false,
    is: ({ behind }) => /^[([]/.test(behind),
  },
} satisfies Record<string, Kind>;

const escaped = 'the core link has a bracket that is escaped, and one left for a link';
const title = 'a parenthesis of the core link ends a title in parentheses';
const cdata = '`]]` of the shorthand and what is behind it end CDATA';
const www = '`www.` is a link for the syntax behind `]`, and for the tree behind `)`';
const description =
  'wins over `(url)` and is text; of brackets that are escaped markdown-it 14 has no text';
const singles = {
  'CommonMark 194 (Link reference definitions) at 9': escaped,
  'CommonMark 505 (Links) at 57': title,
  'CommonMark 505 (Links) at 60': title,
  'CommonMark 629 (Raw HTML) at 18': cdata,
};
const withCdata = { ...singles, 'CommonMark 182 (HTML blocks) at 111': cdata };
const bare = '[[skype:zoe]]';
const labelled = '[[skype:zoe|zoe]]';

interface Engine {
  name: string;
  without: (markdown: string) => string;
  withIt: (markdown: string) => Pick<Place, 'html' | 'ruleIds'>;
  examples: ReadonlyArray<Example>;
  shorthands: ReadonlyArray<string>;
  /** How many places differ, by kind. */
  differences: Readonly<Partial<Record<keyof typeof kinds, number>>>;
  /** The other places that differ, and why. */
  singles: Readonly<Record<string, string>>;
}

const engines: ReadonlyArray<Engine> = [
  {
    name: 'remark',
    ...rendering('remark', 'commonmark'),
    examples: commonmarkExamples,
    shorthands: [bare, labelled],
    differences: {
      'in a link': 112,
      'in an image description': 28,
      'behind an exclamation mark': 6,
    },
    singles,
  },
  {
    name: 'remark with remark-gfm',
    ...rendering('remark', 'gfm'),
    examples: gfmExamples,
    // A bare bar ends the cell of a table.
    shorthands: ['[[skype:zoe\\|zoe]]'],
    differences: {
      'in a link': 115,
      'in an image description': 28,
      'behind an exclamation mark': 7,
      'in an autolink': 144,
    },
    singles: {
      'GFM 163 (Link reference definitions) at 9': escaped,
      'GFM 513 (Links) at 57': title,
      'GFM 513 (Links) at 60': title,
      'GFM 626 (Autolinks (extension)) at 42': www,
      'GFM 627 (Autolinks (extension)) at 0': www,
      'GFM 649 (Raw HTML) at 18': cdata,
    },
  },
  {
    name: 'markdown-it 14',
    ...rendering('markdown-it 14', 'commonmark'),
    examples: commonmarkExamples,
    shorthands: [labelled],
    differences: {
      'in a link': 112,
      'in an image description': 26,
      'behind an exclamation mark': 6,
      'in an autolink': 2,
    },
    singles: {
      ...withCdata,
      'CommonMark 520 (Links) at 15': description,
      'CommonMark 574 (Images) at 12': description,
    },
  },
  {
    name: 'markdown-it 15',
    ...rendering('markdown-it 15', 'commonmark'),
    examples: commonmarkExamples,
    shorthands: [labelled],
    differences: {
      'in a link': 112,
      'in an image description': 28,
      'behind an exclamation mark': 6,
      'in an autolink': 2,
    },
    singles: withCdata,
  },
  {
    name: 'Sätteri',
    ...rendering('Sätteri', 'gfm'),
    examples: commonmarkExamples,
    shorthands: [bare, labelled],
    differences: {
      'in a link': 112,
      'in an image description': 26,
      'behind an exclamation mark': 6,
      'in an autolink': 9,
      'before a link': 18,
    },
    singles: withCdata,
  },
];

describe.each(engines)(
  '$name',
  ({ differences, examples, withIt, without, ...engine }) => {
    test.each(engine.shorthands)(
      '%s at every third place is what a link is there',
      (s) => {
        const counts: Record<string, number> = {};
        const others: Array<string> = [];
        for (const { markdown, name } of examples) {
          for (let offset = 0; offset <= markdown.length; offset += 3) {
            const before = markdown.slice(0, offset);
            const behind = markdown.slice(offset);
            const page = withIt(before + s + behind);
            const html = blank(page.html, s);
            if (html === blank(without(before + link + behind), link)) continue;
            const place = { before, behind, html, ruleIds: page.ruleIds };
            // Its brackets escaped, where it would be a link of another kind.
            const texts = [s, s.replace(/[[\]]/g, '\\$&')];
            const isText = texts.some(
              (text) => html === blank(without(before + text + behind), s),
            );
            const kind = Object.entries<Kind>(kinds).find(
              ([key, kind]) =>
                key in differences && kind.is(place) && (isText || !kind.isText),
            )?.[0];
            if (kind === undefined) others.push(`${name} at ${offset}`);
            else counts[kind] = (counts[kind] ?? 0) + 1;
          }
        }
        expect(others.sort()).toEqual(Object.keys(engine.singles).sort());
        expect(counts).toEqual(differences);
      },
    );
  },
);

/** Put `◊` for a source that is text, also of one in a URL. */
function blank(html: string, source: string): string {
  const spellings = [source, source.replace('\\|', '|')].flatMap((text) => [
    text,
    encodeURI(text).replace(/%5B/g, '[').replace(/%5D/g, ']'),
    encodeURI(text).replace(/\[/g, '%5B').replace(/]/g, '%5D'),
  ]);
  return spellings.reduce((text, each) => text.replaceAll(each, '◊'), html);
}

function rendering(
  name: string,
  syntax: NonNullable<EngineSettings['syntax']>,
): Pick<Engine, 'withIt' | 'without'> {
  const engine = all.find((each) => each.name === name);
  if (!engine) throw new Error(`Expected the name of an engine: ${name}`);
  const without = remembering(engine.create(undefined, { syntax }));
  const withIt = engine.create({ retired: 'ignore' }, { syntax });
  return {
    without: (markdown) => without(markdown).html,
    withIt(markdown) {
      const { html, messages } = withIt(markdown);
      return { html, ruleIds: messages.map(({ ruleId }) => ruleId) };
    },
  };
}

/** Render each document once: every shorthand has the same places. */
function remembering(render: (markdown: string) => Page): (markdown: string) => Page {
  const pages = new Map<string, Page>();
  return (markdown) => {
    const page = pages.get(markdown) ?? render(markdown);
    pages.set(markdown, page);
    return page;
  };
}
