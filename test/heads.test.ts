import fc from 'fast-check';
import type { Element, Root } from 'hast';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import remarkContactLinks from '../src/index.js';
import { services as builtIn } from '../src/services/index.js';
import type { Service } from '../src/services/service.js';

const services: ReadonlyArray<Service> = Object.values(builtIn);
const processor = unified()
  .use(remarkParse)
  .use(remarkContactLinks, { retired: 'ignore' })
  .use(remarkRehype)
  .freeze();

function toHast(input: string): { file: VFile; tree: Root } {
  const file = new VFile(input);
  return { file, tree: processor.runSync(processor.parse(file), file) as Root };
}

function anchors(tree: Root): Array<Element> {
  const found: Array<Element> = [];
  visit(tree, 'element', (node) => {
    if (node.tagName === 'a') found.push(node);
  });
  return found;
}

describe('any text', () => {
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
        const { file, tree } = toHast(`[[${head}${target}]]`);
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
      { numRuns: 1500 },
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
        const { file, tree } = toHast(`[[${head} ${key}="${value}"]]`);
        const [link] = anchors(tree);
        if (!link) {
          expect(file.messages.length).toBeGreaterThan(0);
          return;
        }
        const { search } = new URL(String(link.properties.href));
        expect(new URLSearchParams(search).get(key)).toBe(value);
      }),
      { numRuns: 1500 },
    );
  });
});
