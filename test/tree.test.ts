import type { Link, Root, RootContent } from 'mdast';
import remarkBreaks from 'remark-breaks';
import remarkParse from 'remark-parse';
import remarkSmartypants from 'remark-smartypants';
import { type PluggableList, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { fixtures } from './helpers/fixtures.js';
import { format, parse, render, usual } from './helpers/remark.js';

function firstLink(tree: Root): Link {
  let found: Link | undefined;
  visit(tree, 'link', (node) => {
    found ??= node;
  });
  if (!found) throw new Error('Expected a link');
  return found;
}

function firstChild(tree: Root): RootContent | undefined {
  const [paragraph] = tree.children;
  return paragraph && 'children' in paragraph ? paragraph.children[0] : undefined;
}

/** A plugin that changes the first link of a document. */
function changeLink(change: (link: Link) => void) {
  return () => (tree: Root) => change(firstLink(tree));
}

describe('the tree', () => {
  test('holds a plain link with a record of the contact', () => {
    const tree = parse(
      '[[skype:call echo123;bob topic="Weekly sync"|*Join*]]',
      usual(),
    );
    expect(firstChild(tree)).toMatchObject({
      type: 'link',
      title: null,
      url: 'skype:echo123;bob?call&topic=Weekly%20sync',
      data: {
        contact: {
          service: 'skype',
          action: 'call',
          targets: ['echo123', 'bob'],
          parameters: { topic: 'Weekly sync' },
        },
      },
      children: [{ type: 'emphasis', children: [{ type: 'text', value: 'Join' }] }],
      position: { start: { line: 1, column: 1, offset: 0 }, end: { column: 54 } },
    });
  });

  test('has its default label where the head is', () => {
    const [text] = firstLink(parse('> a [[tel: +1 201 555 0123 ]]', usual())).children;
    expect(text).toMatchObject({
      value: '+1 201 555 0123',
      position: {
        start: { line: 1, column: 7, offset: 6 },
        end: { line: 1, column: 28, offset: 27 },
      },
    });
  });

  test('knows when the author named no action', () => {
    const tree = parse('[[SKYPE: +1 201 555 0123 ]]', usual());
    expect(firstLink(tree).data?.contact).toEqual({
      service: 'skype',
      action: null,
      targets: ['+1 201 555 0123'],
      parameters: {},
    });
  });

  test('holds the source of a shorthand that is not a link', () => {
    const tree = parse('[[skype:cal echo123|*us*]] and more', usual());
    expect(firstChild(tree)).toMatchObject({
      type: 'contactLinkLiteral',
      value: '[[skype:cal echo123|*us*]]',
      position: { start: { offset: 0 }, end: { offset: 26 } },
    });
  });

  test('is clean after the transform, and was never touched without a shorthand', () => {
    expect(parse('[[skype:cal echo123]]', usual()).data).toEqual({});
    expect(parse('[[Page]]', usual())).not.toHaveProperty('data');
  });
});

describe('each node of a shorthand has a place, inside of that of the shorthand', () => {
  test.each(fixtures)('$name', ({ input, options }) => {
    visit(parse(input, usual({ ...options, invalid: 'ignore' })), (node) => {
      const isOurs =
        node.type === 'contactLinkLiteral' ||
        (node.type === 'link' && node.data?.contact);
      if (!isOurs) return;
      const from = node.position?.start.offset ?? Number.NaN;
      const to = node.position?.end.offset ?? Number.NaN;
      visit(node, ({ position }) => {
        expect(position?.start.offset).toBeGreaterThanOrEqual(from);
        expect(position?.end.offset).toBeLessThanOrEqual(to);
      });
    });
  });
});

describe('a byte order mark', () => {
  const link: Link = {
    type: 'link',
    url: 'skype:dave',
    children: [],
    position: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
  };
  const options = { invalid: 'warn', redirect: { skype: 'teams' } } as const;

  /** What an edit of a file would take from it, by the place of each message. */
  function placesOf(input: string, plugins: PluggableList): Array<string | undefined> {
    const file = new VFile(input);
    const processor = unified().use(remarkParse).use(plugins);
    processor.runSync(processor.parse(file), file);
    return file.messages.map(({ place }) => {
      if (!place || !('start' in place)) throw new Error('Expected a place');
      const { end, start } = place;
      return start.offset === undefined
        ? undefined
        : input.slice(start.offset, end.offset);
    });
  }

  test.each(['', '\uFEFF'])('counts in offsets, as it does in the file: %j', (mark) => {
    const input = `${mark}[[skype:cal bob]] [b](skype:bob)\n\n[[tel:1|`;
    expect(placesOf(input, usual(options))).toEqual([
      '[[skype:cal bob]]',
      '[b](skype:bob)',
      '[[tel:1|',
    ]);
  });

  test('makes no offset where there is none', () => {
    const plugin = () => (tree: Root) => {
      tree.children = [{ type: 'paragraph', children: [link] }];
    };
    expect(placesOf('\uFEFFx', [plugin, ...usual(options)])).toEqual([undefined]);
  });
});

describe('writing a tree', () => {
  test('gives a link that a plugin has retargeted as that plugin left it', () => {
    const retarget = changeLink((link) => {
      link.url = 'https://example.com';
    });
    expect(format('[[skype:call echo123|us]]', [...usual(), retarget])).toBe(
      '[us](https://example.com)\n',
    );
  });

  test('gives a link that a plugin has titled as that plugin left it', () => {
    const title = changeLink((link) => {
      link.title = 'By Skype';
    });
    expect(format('[[skype:call echo123|us]]', [...usual(), title])).toBe(
      '[us](skype:echo123?call "By Skype")\n',
    );
  });

  test('gives a label that a plugin has put in the place of the default', () => {
    const relabel = changeLink((link) => {
      link.children = [{ type: 'text', value: 'Ring [us]] | now' }];
    });
    expect(format('[[skype:call echo123]]', [...usual(), relabel])).toBe(
      '[[skype:call echo123|Ring \\[us\\]\\] | now]]\n',
    );
  });

  test('gives no label where smart punctuation has changed the default', () => {
    const plugins = [...usual(), remarkSmartypants];
    expect(format('[[skype:call a--b]]', plugins)).toBe('[[skype:call a--b]]\n');
  });

  test('keeps a wrong shorthand from smart punctuation and from literal autolinks', () => {
    const wrong = '[[skype:cal bob--x;alice@contoso.com topic="a b"]]\n';
    expect(format(wrong, [...usual(), remarkSmartypants])).toBe(wrong);
    expect(format(wrong, [...usual().reverse(), remarkBreaks])).toBe(wrong);
  });

  test.each([
    // Code whose backticks remark makes fewer, or more.
    '[[skype:cal a|x ` y]] ``code``',
    '[[skype:cal a|x ` y `` z]] ```code```',
    '[[skype:cal a|x `` y]] ``` `code ```',
    '[[skype:cal a|`]]` ` y]] `` `code``',
    '[[skype:cal a|x \\`` y]] ``code``',
    '*[[skype:cal a|x ` y]]* **``code``**',
    '[[skype:cal a|x ` y]] [``code``](u)',
    '# [[skype:cal a|x ` y]] ``code``',
    '> * [[skype:cal a|x ` y]] ``code``',
    '| a |\n| - |\n| [[skype:cal a\\|x ` y]] ``b\\|c`` |',
    // Backticks that are text.
    '[[skype:cal a|x ` y]] `` z',
    '[[skype:cal a|x ` y]] &#96; \\\\ z',
    '[[skype:cal a|x ` y]] [u](v&#96;w "&#96;") ![&#96;](v)',
    '[[skype:cal a|x ` y]] [[skype:call b|&#96; z]]',
    // One after the other, with code before.
    '``code`` [[skype:cal a|x ` y]] *[[skype:cal b|x `` y]]* ```code```',
  ])(
    'lets nothing after a wrong shorthand end the code that it leaves open: %s',
    (input) => {
      const formatted = format(input, usual());
      expect(render(formatted, usual()).html).toBe(render(input, usual()).html);
      expect(format(formatted, usual())).toBe(formatted);
    },
  );

  test.each([
    '[[skype:cal a|`]]`]] `code` \\` z\n',
    '[[skype:cal a|x \\` y]] `code`\n',
    '[[skype:cal a|x ` y]]\n\n`code` \\` z\n',
    '* [[skype:cal a|x ` y]]\n* `code`\n',
    '*[[skype:cal a|x ` y]]*\n\n`code` \\` z\n',
  ])('leaves code alone that has nothing to do with a wrong shorthand: %s', (input) => {
    expect(format(input, usual())).toBe(input);
  });

  test('gives an ordinary link where a record no longer fits a shorthand', () => {
    const tamper = changeLink((link) => {
      if (link.data?.contact) link.data.contact.targets = ['a]] b'];
    });
    expect(format('[[skype:call echo123|us]]', [...usual(), tamper])).toBe(
      '[us](skype:echo123?call)\n',
    );
  });

  test('gives a shorthand where a plugin has changed the record and the URL alike', () => {
    const move = changeLink((link) => {
      if (link.data?.contact) link.data.contact.targets = ['bob'];
      link.url = 'skype:bob?call';
    });
    expect(format('[[skype:call echo123|us]]', [...usual(), move])).toBe(
      '[[skype:call bob|us]]\n',
    );
  });
});
