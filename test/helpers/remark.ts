import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkStringify from 'remark-stringify';
import { type PluggableList, unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import remarkContactLinks, { type Options } from '../../src/index.js';

/** A message as it is in `messages.json`. */
export interface PlainMessage {
  place: string;
  level: 'error' | 'warning' | 'info';
  ruleId: string | undefined;
  reason: string;
  actual: string | undefined;
  expected: Array<string> | undefined;
}

export interface Rendered {
  html: string;
  messages: Array<PlainMessage>;
  /** The error that stopped the pipeline. */
  error: unknown;
}

/** GFM and the plugin, as most sites have them. */
export function usual(options: Options<string> = {}): PluggableList {
  return [remarkGfm, [remarkContactLinks, options]];
}

/** Render Markdown through remark and rehype. */
export function render(input: string, plugins: PluggableList): Rendered {
  const file = new VFile(input);
  const processor = unified()
    .use(remarkParse)
    .use(plugins)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeStringify, { allowDangerousHtml: true });
  let html = '';
  let error: unknown;
  try {
    html = String(processor.processSync(file));
  } catch (cause) {
    error = cause;
  }
  const messages = file.messages.map((message) => {
    const plain = plainMessage(message);
    // What is thrown says more than the other messages: `output.html` of fixtures has that.
    const reason = plain.reason.replace(/^\d+:\d+: |; \d+ more errors?( at .*)?$/g, '');
    return message === error ? { ...plain, reason } : plain;
  });
  return { html, messages, error };
}

/** Parse Markdown and run the transforms. */
export function parse(input: string, plugins: PluggableList): Root {
  const file = new VFile(input);
  const processor = unified().use(remarkParse).use(plugins);
  return processor.runSync(processor.parse(file), file) as Root;
}

/** Write Markdown as remark formats it. */
export function format(input: string, plugins: PluggableList): string {
  return String(
    unified().use(remarkParse).use(plugins).use(remarkStringify).processSync(input),
  );
}

export function plainMessage(message: VFileMessage): PlainMessage {
  const { actual, expected, fatal, place, reason, ruleId } = message;
  const start = place && 'start' in place ? place.start : place;
  const end = place && 'start' in place ? place.end : place;
  return {
    place: `${start?.line}:${start?.column}-${end?.line}:${end?.column}`,
    level: fatal ? 'error' : fatal === false ? 'warning' : 'info',
    ruleId,
    reason,
    actual,
    expected,
  };
}
