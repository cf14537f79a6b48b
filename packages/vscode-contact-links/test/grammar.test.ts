import type { Root } from 'mdast';
import remarkContactLinks from 'remark-contact-links';
import type { Options } from 'remark-contact-links/core';
import { type Service, services } from 'remark-contact-links/services';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixtures } from '../../../test/helpers/fixtures.js';
import { type Language, load, type Piece, readGrammar } from './helpers/grammars.js';

/** Cases in which colors say something else than the page, and why. */
const limits: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'attributes-for-apps',
      'services-of-ones-own',
      'services-of-ones-own-that-climb',
      'services-of-ones-own-with-capitals',
      'services-of-ones-own-wrong',
      'services-turned-off',
    ].map((name) => [`options/${name}`, 'a grammar knows no configuration']),
  ),
  ...Object.fromEntries(
    [
      'label/innermost-wins-in-links-and-images',
      'label/with-starts-of-images',
      'label/with-unpaired-bracket',
      'messages/in-a-table',
      'messages/over-lines',
      'messages/unclosed-by-one-bracket',
      'messages/unclosed-label',
      'messages/unclosed-over-links-and-images',
      'messages/unclosed-with-code-is-markdown',
    ].map((name) => [name, 'whether a label ends is not known where it begins']),
  ),
  'markdown/inside-an-html-anchor':
    'the grammar of Markdown sees HTML where a line begins with it',
  'messages/near-misses-left-in-peace': 'the grammar of Markdown takes two at once',
  'markdown/inside-a-link-whose-text-ends-with-white-space':
    'whether a link ends is not known where it begins',
};

let read: Record<Language, (text: string) => Array<Piece>>;
beforeAll(async () => {
  read = { markdown: await load('markdown'), mdx: await load('mdx') };
});

/** The pieces of shorthands, each with its own scope. */
function colors(language: Language, text: string): Array<[string, string]> {
  return read[language](text).flatMap(({ scopes, text }): Array<[string, string]> => {
    const own = scopes.filter((scope) => scope.endsWith('.contact-link')).at(-1);
    return own && own !== 'meta.link.contact-link'
      ? [[text, own.replace('.contact-link', '')]]
      : [];
  });
}

/** Where shorthands begin that have colors. */
function colored(language: Language, text: string): Array<number> {
  return read[language](text)
    .filter(({ scopes }) =>
      scopes.includes('punctuation.definition.begin.contact-link'),
    )
    .map(({ start }) => start);
}

/** Where the plugin sees shorthands: those that are links, and those that are wrong. */
function seen(
  text: string,
  options: Options,
): { links: Set<number>; all: Set<number> } {
  const file = new VFile(text);
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkContactLinks, { ...options, invalid: 'warn', redirect: null });
  const tree = processor.runSync(processor.parse(file), file) as Root;
  const links = new Set<number>();
  visit(tree, 'link', ({ data, position }) => {
    const at = position?.start.offset ?? 0;
    if (data && 'contact' in data && text.startsWith('[[', at)) links.add(at);
  });
  const wrong = file.messages
    .filter(({ ruleId }) => ruleId !== 'unclosed')
    .map(({ column = 1, line = 1 }) => offsetOf(text, line, column));
  return { links, all: new Set([...links, ...wrong]) };
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.join('\n').length + (line > 1 ? 1 : 0) + column - 1;
}

describe('shorthands have colors', () => {
  test.each(fixtures)('$name', ({ input, name, options }) => {
    // Editors split lines themselves, and show no byte order mark.
    const text = input.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
    const { all, links } = seen(text, options as Options);
    const found = colored('markdown', text);
    const missing = [...links].filter((at) => !found.includes(at));
    const surplus = found.filter((at) => !all.has(at));
    const different = [...missing, ...surplus].map((at) => text.slice(at, at + 40));
    if (limits[name]) expect(different).not.toEqual([]);
    else expect(different).toEqual([]);
  });
});

describe.each(['markdown', 'mdx'] as const)('in %s', (language) => {
  test('each part has its own', () => {
    const text =
      'See [[teams:chat alice@contoso.com;@bob message="Hi | both" topic=x|Ask *us*]].';
    expect(colors(language, text)).toEqual([
      ['[[', 'punctuation.definition.begin'],
      ['teams', 'keyword.other.service'],
      [':', 'punctuation.separator.service'],
      ['chat', 'entity.name.function.action'],
      ['alice@contoso.com', 'markup.underline.link.target'],
      [';', 'punctuation.separator.target'],
      ['@bob', 'variable.other.contact'],
      ['message', 'variable.parameter'],
      ['=', 'keyword.operator.assignment'],
      ['"Hi | both"', 'string.quoted.double'],
      ['topic', 'variable.parameter'],
      ['=', 'keyword.operator.assignment'],
      ['x', 'string.unquoted'],
      ['|', 'punctuation.separator.label'],
      ['Ask ', 'string.other.link.title'],
      ['*', 'string.other.link.title'],
      ['us', 'string.other.link.title'],
      ['*', 'string.other.link.title'],
      [']]', 'punctuation.definition.end'],
    ]);
  });

  test('what stands in the place of an action is one where the service has it', () => {
    const words = (text: string) =>
      colors(language, text).map(([word, scope]) => `${word} ${scope}`);
    expect(words('[[tel:call +1 201 555 0123]]')).toContain(
      'call entity.name.function.action',
    );
    expect(words('[[Tel:+1 201 555 0123]]')).toContain(
      '+1 201 555 0123 markup.underline.link.target',
    );
    expect(words('[[jitsi:call]]')).toContain('call markup.underline.link.target');
    expect(words('[[tel:+1 201 555 0123 ext=5]]')).toContain(
      '+1 201 555 0123 markup.underline.link.target',
    );
  });

  test.each([
    ['a code span', 'Write `[[tel:call 1]]` so.'],
    ['a fence', '```markdown\n[[tel:call 1]]\n```'],
    ['an escape', 'Write \\[[tel:call 1]] so.'],
    ['other brackets', '[[Page Name]] and [[note: x]] and [[tele:1]]'],
    ['a description of an image', 'An ![[tel:call 1]] so.'],
    ['a head over lines', 'Call [[tel:call\n1]] now.'],
    ['a head with code in it', 'Call [[tel:`1`]] now.'],
    ['a head that does not end', 'Call [[tel:call 1] now.'],
  ])('there are none in %s', (_, text) => {
    expect(colors(language, text)).toEqual([]);
  });

  test.each([
    ['a paragraph', ''],
    ['a list', '* '],
    ['a quote', '> '],
  ])('what follows one at the start of %s has its own', (_, start) => {
    const scopesOf = (text: string) => {
      const pieces = read[language](`${start}${text} \`x\``);
      return pieces.find((piece) => piece.text === 'x')?.scopes.slice(1);
    };
    expect(scopesOf('[[tel:call 1]]')).toEqual(scopesOf('call'));
    expect(scopesOf('[[tel:call 1]]')).not.toEqual([]);
  });

  test('they end with the shorthand, or with its paragraph', () => {
    const after = (text: string) =>
      colors(language, text).filter(([word]) => /after/.test(word));
    expect(after('[[tel:1|us]] after')).toEqual([]);
    expect(after('[[tel:1|us\nand *them*]] after')).toEqual([]);
    expect(after('[[tel:1|us\n\nafter')).toEqual([]);
    expect(after('| a |\n| - |\n| [[tel:1\\|us]] after |')).toEqual([]);
  });

  test('every service and every action has them', () => {
    for (const service of Object.values<Service>(services)) {
      const { actions, name, otherNames = [] } = service;
      for (const each of [name, ...otherNames]) {
        expect(colors(language, `[[${each.toUpperCase()}:x]]`)[1]?.[1]).toBe(
          'keyword.other.service',
        );
      }
      for (const action of Object.keys(actions)) {
        expect(colors(language, `[[${name}:${action} x]]`)).toContainEqual([
          action,
          'entity.name.function.action',
        ]);
      }
    }
  });

  test('a long line of starts takes no time', () => {
    const start = performance.now();
    read[language]('[[tel:call a|'.repeat(500));
    read[language](`[[tel:${'a="'.repeat(1000)}`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test('MDX: there are none in expressions, JSX and modules', () => {
  const text =
    'export const a = "[[tel:call 1]]"\n\n{"[[tel:call 1]]"}\n\n<a href="[[tel:call 1]]">x</a>\n';
  expect(colors('mdx', text)).toEqual([]);
});

test('the grammars know the services that come with the plugin', () => {
  for (const language of ['markdown', 'mdx'] as const) {
    const { repository } = readGrammar(language);
    expect(Object.keys(repository)).toEqual(
      expect.arrayContaining(Object.keys(services)),
    );
  }
});
