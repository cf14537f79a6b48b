import type { Link, Root, RootContent } from 'mdast';
import remarkBreaks from 'remark-breaks';
import remarkSmartypants from 'remark-smartypants';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { format, parse, usual } from './helpers/remark.js';

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

  test('knows when the author named no action', () => {
    const tree = parse('[[SKYPE: +1 201 555 0123 ]]', usual());
    expect(firstLink(tree).data?.contact).toEqual({
      service: 'skype',
      action: null,
      targets: ['+1 201 555 0123'],
      parameters: {},
    });
  });

  test('holds the source of a shorthand that is no link', () => {
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
