import process from 'node:process';
import { evaluate as evaluateMdx } from '@mdx-js/mdx';
import fc from 'fast-check';
import { createElement, type FunctionComponent } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import rehypeStringify from 'rehype-stringify';
import remarkBreaks from 'remark-breaks';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkSmartypants from 'remark-smartypants';
import { type EvaluateOptions, evaluate, type Features, markdownToHtml } from 'satteri';
import { type PluggableList, unified } from 'unified';
import { VFile } from 'vfile';
import remarkContactLinks, { type Options } from '../../src/index.js';
import markdownItContactLinks, { type Message } from '../../src/markdown-it/index.js';
import markedContactLinks from '../../src/marked/index.js';
import satteriContactLinks from '../../src/satteri/index.js';
import type { limits } from './limits.js';
import { versions } from './markdown-it.js';
import { versions as markedVersions } from './marked.js';
import { placeOf } from './places.js';
import { plainMessage } from './remark.js';

/** A message in the form of no engine. */
export interface EngineMessage
  extends Pick<Message, 'actual' | 'expected' | 'level' | 'reason'> {
  /** `1:3-1:20`; the end is `?` where the document has something else than `actual`. */
  place: string;
  ruleId: string | undefined;
}

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

/**
 * Makes what renders documents.
 *
 * @param options
 *   Options of the plugin; nothing for the engine without it.
 */
export type Create<Settings extends Array<unknown> = []> = (
  options: Options<string> | undefined,
  ...settings: Settings
) => (markdown: string) => Page;

/** An engine that there is a plugin for. */
export interface Engine {
  name: string;
  /**
   * Whether it may have changed a text, so that the place of a message is not known: marked
   * expands tabs in lists and drops backslashes in the text of links. Default: `false`.
   */
  losesPlaces?: boolean;
  /** Where its limits are listed. Default: it has none. */
  limits?: keyof typeof limits;
  create: Create<[settings?: EngineSettings]>;
  /** The engine with any of its own settings, and beside any of its other plugins. */
  setups: fc.Arbitrary<Create>;
  /**
   * Runs MDX and renders it, with `props.name`. Default: the engine reads none.
   *
   * @param options
   *   Options of the plugin.
   */
  mdx?: (options: Options<string>) => (mdx: string) => Promise<string>;
}

/** Plugins with syntax of their own, or which change text. */
const remarkPlugins: PluggableList = [
  remarkGfm,
  remarkDirective,
  remarkMath,
  remarkSmartypants,
  remarkBreaks,
  remarkFrontmatter,
];

/** The engine that the others are compared with. */
export const remark: Engine = {
  name: 'remark',
  create: (options, { html = true, syntax = 'gfm' } = {}) =>
    createRemark(options, {
      after: [],
      before: syntax === 'gfm' ? [remarkGfm] : [],
      html,
    }),
  setups: fc.tuple(fc.subarray([...remarkPlugins]), fc.boolean()).map(
    ([plugins, isFirst]) =>
      (options) =>
        createRemark(options, {
          after: isFirst ? plugins : [],
          before: isFirst ? [] : plugins,
          html: true,
        }),
  ),
  mdx: mdxOfRemark,
};

/** Every engine that there is a plugin for. */
const all: ReadonlyArray<Engine> = [
  remark,
  ...versions.map(({ make, name }): Engine => {
    const create = (
      options: Options<string> | undefined,
      preset: 'commonmark' | 'default',
      settings: object,
    ) => {
      const messages: Array<Message> = [];
      const onMessage = (message: Message) => messages.push(message);
      const md = make(preset).set(settings);
      // As GFM and the other engines have it; its own is `s`.
      md.renderer.rules.s_open = () => '<del>';
      md.renderer.rules.s_close = () => '</del>';
      if (options) markdownItContactLinks(md, { ...options, onMessage });
      return page(messages, (markdown) => md.render(markdown));
    };
    return {
      name,
      limits: 'markdownIt',
      create: (options, { html = true, syntax = 'gfm' } = {}) =>
        create(options, syntax === 'gfm' ? 'default' : 'commonmark', {
          html,
          linkify: syntax === 'gfm',
        }),
      setups: fc
        .record({
          breaks: fc.boolean(),
          html: fc.boolean(),
          linkify: fc.boolean(),
          typographer: fc.boolean(),
        })
        .map((settings) => (options) => create(options, 'default', settings)),
    };
  }),
  ...markedVersions.map(({ create: createMarked, name }): Engine => {
    const create = (
      options: Options<string> | undefined,
      settings: { breaks?: boolean; gfm: boolean; html?: boolean },
    ) => {
      const messages: Array<Message> = [];
      const onMessage = (message: Message) => messages.push(message);
      const extension = options && markedContactLinks({ ...options, onMessage });
      return page(messages, createMarked(settings, extension));
    };
    return {
      name,
      losesPlaces: true,
      limits: name === 'marked 17' ? 'marked17' : 'marked18',
      create: (options, { html = true, syntax = 'gfm' } = {}) =>
        create(options, { gfm: syntax === 'gfm', html }),
      setups: fc
        .record({ breaks: fc.boolean(), gfm: fc.boolean() })
        .map((settings) => (options) => create(options, settings)),
    };
  }),
  {
    name: 'Sätteri',
    limits: 'satteri',
    create: (options, { html = true, syntax = 'gfm' } = {}) =>
      createSatteri(options, { gfm: syntax === 'gfm' }, html),
    setups: fc
      .record<Features>({
        directive: fc.boolean(),
        frontmatter: fc.boolean(),
        gfm: fc.boolean(),
        math: fc.boolean(),
        smartPunctuation: fc.boolean(),
        subscript: fc.boolean(),
        superscript: fc.boolean(),
        // Not `wikilinks`: those that overlap lose text without the plugin, too.
      })
      .map((features) => (options) => createSatteri(options, features, true)),
    mdx: mdxOfSatteri,
  },
];

/**
 * The engines that are tested: what holds for all is tested with this table.
 * `ENGINES=remark,marked` tests those alone whose names begin so.
 */
export const engines = all.filter(({ name }) =>
  (process.env.ENGINES ?? '').split(',').some((start) => name.startsWith(start)),
);

function createRemark(
  options: Options<string> | undefined,
  {
    after,
    before,
    html,
  }: { after: PluggableList; before: PluggableList; html: boolean },
): (markdown: string) => Page {
  const processor = unified()
    .use(remarkParse)
    .use(before)
    .use(options ? [[remarkContactLinks, options]] : [])
    .use(after)
    .use(remarkRehype, { allowDangerousHtml: html })
    .use(rehypeStringify, { allowDangerousHtml: html })
    .freeze();
  return (markdown) => {
    const file = new VFile(markdown);
    const { error, html } = attempt(() => String(processor.processSync(file)));
    const messages = file.messages.map((message): EngineMessage => {
      const { actual = '', expected = [], ...plain } = plainMessage(message);
      // What is thrown says more than the other messages: `output.html` has that.
      const more = /^\d+:\d+: |; \d+ more errors?( at .*)?$/g;
      const reason = message === error ? plain.reason.replace(more, '') : plain.reason;
      return { ...plain, actual, expected, reason };
    });
    return { html, messages, error };
  };
}

function createSatteri(
  options: Options<string> | undefined,
  features: Features,
  html: boolean,
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
  return page(
    messages,
    (markdown) => markdownToHtml(markdown, { features, mdastPlugins }).html,
  );
}

/** Render with an engine whose messages come into a list. */
function page(
  list: Array<Message>,
  render: (markdown: string) => string,
): (markdown: string) => Page {
  return (markdown) => {
    list.length = 0;
    const { error, html } = attempt(() => render(markdown));
    const messages = list.map((message): EngineMessage => {
      const { actual, expected, level, reason, ruleId } = message;
      const isKnown = message.line !== undefined;
      const place = isKnown ? placeOf(markdown, message) : 'unknown';
      return { actual, expected, level, place, reason, ruleId };
    });
    return { html, messages, error };
  };
}

function attempt(render: () => string): Pick<Page, 'error' | 'html'> {
  try {
    return { html: render(), error: undefined };
  } catch (error) {
    return { html: '', error };
  }
}

function mdxOfRemark(options: Options<string>): (mdx: string) => Promise<string> {
  const remarkPlugins = [remarkGfm, [remarkContactLinks, options] as const];
  return async (mdx) =>
    renderContent(
      await evaluateMdx(mdx, { ...runtime, remarkPlugins: remarkPlugins as never }),
    );
}

function mdxOfSatteri(options: Options<string>): (mdx: string) => Promise<string> {
  const mdastPlugins = [satteriContactLinks(options)];
  const { Fragment, jsx, jsxs } = runtime as unknown as EvaluateOptions;
  return async (mdx) =>
    renderContent(evaluate(mdx, { Fragment, jsx, jsxs, mdastPlugins }));
}

/** Render what a module of MDX exports. */
function renderContent(module: unknown): string {
  const { default: Content } = module as {
    default: FunctionComponent<{ name: string }>;
  };
  const html = renderToStaticMarkup(createElement(Content, { name: 'Ada' }));
  // Lines between the parts of a table are nobody's content.
  return html.replace(/\n(?=<\/?t(?:able|head|body|r|h|d)\b)/g, '');
}
