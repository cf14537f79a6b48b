import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type PluggableList, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import remarkContactLinks from '../src/index.js';
import { services as builtIn } from '../src/services/index.js';
import type { Service } from '../src/services/service.js';
import { anything, sensible, unclaimed } from './helpers/documents.js';
import { format, render } from './helpers/remark.js';

const services: ReadonlyArray<Service> = Object.values(builtIn);
const ours: PluggableList = [[remarkContactLinks, { retired: 'ignore' }]];
const plugins: PluggableList = [remarkGfm, remarkDirective, remarkMath, ...ours];

function toHast(input: string, list: PluggableList): { file: VFile; tree: Root } {
  const file = new VFile(input);
  const processor = unified().use(remarkParse).use(list).use(remarkRehype);
  return { file, tree: processor.runSync(processor.parse(file), file) as Root };
}

function anchors(tree: Root): Array<Element> {
  const found: Array<Element> = [];
  visit(tree, 'element', (node) => {
    if (node.tagName === 'a') found.push(node);
  });
  return found;
}

/** Whether the other plugins read a text: their development builds fail on a few. */
function isReadable(input: string): boolean {
  try {
    toHast(input, plugins.slice(0, -1));
    return true;
  } catch {
    return false;
  }
}

describe('any text', () => {
  test('without a claimed shorthand it yields what it yields without the plugin', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const innocent = unclaimed(input);
        fc.pre(isReadable(innocent));
        expect(toHast(innocent, plugins).tree).toEqual(
          toHast(innocent, plugins.slice(0, -1)).tree,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('as a target it is a strictly encoded URI or a message', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[\w.,:+;()-]+$/),
      fc.stringMatching(/^@?[a-z]\w{3,9}(?:@[a-z]{2,9}\.[a-z]{2,3})?$/),
      fc.stringMatching(/^\+[1-9](?: ?\d){6,10}$/),
    );
    const heads = services.flatMap(({ actions, name }) => [
      `${name}:`,
      ...Object.keys(actions).map((action) => `${name}:${action} `),
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...heads), text, (head, target) => {
        const { file, tree } = toHast(`[[${head}${target}]]`, ours);
        const links = anchors(tree);
        for (const { properties } of links) {
          const href = String(properties.href);
          expect(href).toMatch(/^[a-z-]+:(?:[\w.~,:;+?&=@/#()$!-]|%[\dA-F]{2})+$/);
          const service = services.find(({ name }) => head.startsWith(`${name}:`));
          const scheme = new URL(href).protocol.slice(0, -1);
          if (service && !/[[\]<`|;\n\r]/.test(target)) {
            expect(service.schemes).toContain(scheme);
          }
        }
        expect(links.length + file.messages.length).toBeGreaterThanOrEqual(
          /[[<`\n\r]/.test(target) ? 0 : 1,
        );
      }),
      { numRuns: 4000 },
    );
  });

  test('as a value it comes out of the URI as it went in, or is refused', () => {
    const forms: ReadonlyArray<[head: string, key: string]> = [
      ['skype:call a;b', 'topic'],
      ['teams:chat a@b.c', 'message'],
      ['sms:+12015550123', 'body'],
      ['mailto:a@b.c', 'subject'],
      ['mailto:a@b.c', 'body'],
      ['whatsapp:+12015550123', 'text'],
      ['telegram:alice', 'text'],
      ['messenger:page', 'text'],
      ['zoom:123 456 789', 'pwd'],
    ];
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...forms), text, ([head, key], any) => {
        // Markdown has U+FFFD for a NUL.
        const value = any.replace(/["\\[<`\0]/g, '');
        const { file, tree } = toHast(`[[${head} ${key}="${value}"]]`, ours);
        const [link] = anchors(tree);
        if (!link) {
          expect(file.messages.length).toBeGreaterThan(0);
          return;
        }
        const { search } = new URL(String(link.properties.href));
        expect(new URLSearchParams(search).get(key)).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('sensible text', () => {
  test('keeps every word of the author', () => {
    fc.assert(
      fc.property(sensible, (input) => {
        const text = toText(toHast(input, [remarkGfm, ...ours]).tree);
        for (const [authored] of input.matchAll(/word\d{4}/g)) {
          expect(text).toContain(authored);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('has messages whose place holds what they are about', () => {
    fc.assert(
      fc.property(sensible, (input) => {
        const { file, tree } = toHast(input, [remarkGfm, ...ours]);
        const text = toText(tree, { whitespace: 'pre' });
        for (const { actual, place, ruleId } of file.messages) {
          if (!place || !('start' in place)) throw new Error('Expected a place');
          expect(input.slice(place.start.offset, place.end.offset)).toBe(actual);
          if (ruleId !== 'unclosed') expect(text).toContain(actual);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('shows the same page after formatting, and formats to the same text again', () => {
    const list = [remarkGfm, ...ours];
    fc.assert(
      fc.property(sensible, (input) => {
        const formatted = format(input, list);
        expect(render(formatted, list).html).toBe(render(input, list).html);
        expect(format(formatted, list)).toBe(formatted);
      }),
      { numRuns: 1000 },
    );
  });
});
