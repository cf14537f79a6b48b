import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { markdownToHtml } from 'satteri';
import { unified } from 'unified';
import { VFile } from 'vfile';
import remarkContactLinks, { type Options } from '../../src/index.js';
import markdownItContactLinks, { type Message } from '../../src/markdown-it/index.js';
import satteriContactLinks from '../../src/satteri/index.js';
import type { limits } from './limits.js';
import { versions } from './markdown-it.js';
import { plainMessage } from './remark.js';

/** A message in the form of no engine. */
export type EngineMessage = Pick<
  Message,
  'actual' | 'column' | 'expected' | 'level' | 'line' | 'reason' | 'ruleId'
>;

/** A page, with what was reported while it was made. */
export interface Page {
  html: string;
  messages: Array<EngineMessage>;
  /** What stopped the engine. */
  error: unknown;
}

/** How an engine is set. */
export interface EngineSettings {
  /** Default: `gfm`, as far as the engine has it. */
  syntax?: 'commonmark' | 'gfm';
  /** Whether raw HTML gets into the page. Default: `true`. */
  html?: boolean;
}

/** An engine that there is a plugin for. */
export interface Engine {
  name: string;
  /** Where its limits are listed. Default: it has none. */
  limits?: keyof typeof limits;
  /**
   * Makes what renders documents.
   *
   * @param options
   *   Options of the plugin; nothing for the engine without it.
   */
  create: (
    options: Options<string> | undefined,
    settings?: EngineSettings,
  ) => (markdown: string) => Page;
}

/** Every engine that there is a plugin for: what holds for all is tested with this table. */
export const engines: ReadonlyArray<Engine> = [
  { name: 'remark', create: createRemark },
  ...versions.map(
    ({ MarkdownIt, name }): Engine => ({
      name,
      limits: 'markdownIt',
      create(options, { html = true, syntax = 'gfm' } = {}) {
        const messages: Array<Message> = [];
        const md = new MarkdownIt(syntax === 'gfm' ? 'default' : 'commonmark');
        md.set({ html, linkify: syntax === 'gfm' });
        if (options) {
          const onMessage = (message: Message) => messages.push(message);
          markdownItContactLinks(md, { ...options, onMessage });
        }
        return page(messages, (markdown) => md.render(markdown));
      },
    }),
  ),
  { name: 'Sätteri', limits: 'satteri', create: createSatteri },
];

function createRemark(
  options: Options<string> | undefined,
  { html = true, syntax = 'gfm' }: EngineSettings = {},
): (markdown: string) => Page {
  const processor = unified()
    .use(remarkParse)
    .use(syntax === 'gfm' ? [remarkGfm] : [])
    .use(options ? [[remarkContactLinks, options]] : [])
    .use(remarkRehype, { allowDangerousHtml: html })
    .use(rehypeStringify, { allowDangerousHtml: html })
    .freeze();
  return (markdown) => {
    const file = new VFile(markdown);
    const { error, html } = attempt(() => String(processor.processSync(file)));
    const messages = file.messages.map((message): EngineMessage => {
      const {
        place,
        actual = '',
        expected = [],
        ruleId,
        ...plain
      } = plainMessage(message);
      const [line, column] = place.split(/[:-]/).map(Number);
      // What is thrown says more than the other messages: `output.html` has that.
      const more = /^\d+:\d+: |; \d+ more errors?( at .*)?$/g;
      const reason = message === error ? plain.reason.replace(more, '') : plain.reason;
      const rule = ruleId as Message['ruleId'];
      return { ...plain, actual, column, expected, line, reason, ruleId: rule };
    });
    return { html, messages, error };
  };
}

function createSatteri(
  options: Options<string> | undefined,
  { html = true }: EngineSettings = {},
): (markdown: string) => Page {
  const messages: Array<Message> = [];
  const onMessage = (message: Message) => messages.push(message);
  const withoutHtml = {
    name: 'without-html',
    html: ({ value }: { value: string }) => ({ type: 'text', value }) as const,
  };
  const mdastPlugins = [
    ...(options ? [satteriContactLinks({ ...options, onMessage })] : []),
    ...(html ? [] : [withoutHtml]),
  ];
  return page(messages, (markdown) => markdownToHtml(markdown, { mdastPlugins }).html);
}

/** Render with an engine whose messages come into a list. */
function page(
  list: Array<Message>,
  render: (markdown: string) => string,
): (markdown: string) => Page {
  return (markdown) => {
    list.length = 0;
    const { error, html } = attempt(() => render(markdown));
    return {
      html,
      messages: list.map(({ source, url, ...message }) => message),
      error,
    };
  };
}

function attempt(render: () => string): Pick<Page, 'error' | 'html'> {
  try {
    return { html: render(), error: undefined };
  } catch (error) {
    return { html: '', error };
  }
}
