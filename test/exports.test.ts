import { fromMarkdown } from 'mdast-util-from-markdown';
import { toMarkdown } from 'mdast-util-to-markdown';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import * as entry from '../src/index.js';

describe('the entry', () => {
  test('exports the plugin, its extensions and two for sanitizers, nothing else', () => {
    expect(Object.keys(entry).sort()).toEqual([
      'contactLink',
      'contactLinkFromMarkdown',
      'contactLinkSanitizeSchema',
      'contactLinkToMarkdown',
      'contactLinkUrlTransform',
      'default',
    ]);
  });

  test('needs no options', () => {
    for (const options of [undefined, null, {}]) {
      expect(() =>
        unified().use(remarkParse).use(entry.default, options).freeze(),
      ).not.toThrow();
      expect(() => entry.contactLink(options)).not.toThrow();
      expect(() => entry.contactLinkFromMarkdown(options)).not.toThrow();
      expect(() => entry.contactLinkToMarkdown(options)).not.toThrow();
    }
  });

  test('works on syntax trees alone, without unified', () => {
    const input = 'Please [[skype:call echo123|*call* us]] or [[skype:cal echo123]].\n';
    const tree = fromMarkdown(input, {
      extensions: [entry.contactLink()],
      mdastExtensions: [entry.contactLinkFromMarkdown()],
    });
    expect(tree.data?.contactLinks?.findings).toMatchObject([
      { ruleId: 'unknown-action', suggestions: [{ text: '[[skype:call echo123]]' }] },
    ]);
    expect(toMarkdown(tree, { extensions: [entry.contactLinkToMarkdown()] })).toBe(
      input,
    );
  });

  test('writes what is not a link without a tree around it', () => {
    const literal = { type: 'contactLinkLiteral', value: '[[tel:x` y]]' } as const;
    expect(toMarkdown(literal, { extensions: [entry.contactLinkToMarkdown()] })).toBe(
      '[[tel:x` y]]\n',
    );
  });
});
