import fc from 'fast-check';
import type { Root } from 'hast';
import { toText } from 'hast-util-to-text';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type PluggableList, unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import remarkContactLinks from '../src/index.js';
import { anything, sensible, unclaimed } from './helpers/documents.js';
import { format, render } from './helpers/remark.js';

const ours: PluggableList = [[remarkContactLinks, { retired: 'ignore' }]];
const plugins: PluggableList = [remarkGfm, remarkDirective, remarkMath, ...ours];

function toHast(input: string, list: PluggableList): { file: VFile; tree: Root } {
  const file = new VFile(input);
  const processor = unified().use(remarkParse).use(list).use(remarkRehype);
  return { file, tree: processor.runSync(processor.parse(file), file) as Root };
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
    );
  });
});
