/** The pipelines that are measured, from Markdown to HTML or, of MDX, to a program. */
import { createProcessor } from '@mdx-js/mdx';
import { createMarkdownExit } from 'markdown-exit';
import MarkdownIt from 'markdown-it';
import { Marked } from 'marked';
import rehypeStringify from 'rehype-stringify';
import remarkContactLinks from 'remark-contact-links';
import markdownItContactLinks from 'remark-contact-links/markdown-it';
import markedContactLinks from 'remark-contact-links/marked';
import rehypeContactLinks from 'remark-contact-links/rehype';
import satteriContactLinks from 'remark-contact-links/satteri';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { markdownToHtml, mdxToJs } from 'satteri';
import { unified } from 'unified';
import { directives, findAndReplaceLinks, wikiLinks } from './peers.js';

/**
 * @param {import('unified').PluggableList} plugins
 * @param {import('unified').PluggableList} rehypePlugins
 */
function remark(plugins, rehypePlugins = []) {
  const processor = unified()
    .use(remarkParse)
    .use(plugins)
    .use(remarkRehype)
    .use(rehypePlugins)
    .use(rehypeStringify)
    .freeze();
  return (text) => String(processor.processSync(text));
}

/** @param {import('unified').PluggableList} remarkPlugins */
function mdx(remarkPlugins) {
  const processor = createProcessor({ remarkPlugins }).freeze();
  return (text) => String(processor.processSync(text));
}

/** remark, by what makes the links. */
export const inRemark = {
  'remark alone': remark([]),
  'remark-contact-links': remark([remarkContactLinks]),
  'remark-directive': remark(directives()),
  'remark-wiki-link': remark(wikiLinks()),
  'find and replace': remark(findAndReplaceLinks()),
};

/**
 * markdown-it, or what has its interface.
 *
 * @param {(options: object) => MarkdownIt} create
 */
function inMarkdownIt(create, options = {}) {
  const plain = create(options);
  // Without this it makes no links with the schemes that are measured.
  plain.validateLink = () => true;
  const withLinks = create(options).use(markdownItContactLinks);
  return {
    without: (text) => plain.render(text),
    with: (text) => withLinks.render(text),
  };
}

const marked = new Marked();
const markedWithLinks = new Marked(markedContactLinks());
const mdastPlugins = [satteriContactLinks({ retired: 'ignore' })];

/** Each engine, without and with the plugin. */
export const engines = {
  remark: {
    without: inRemark['remark alone'],
    with: inRemark['remark-contact-links'],
  },
  'markdown-it': inMarkdownIt((options) => new MarkdownIt(options)),
  Sätteri: {
    without: (text) => markdownToHtml(text).html,
    with: (text) => markdownToHtml(text, { mdastPlugins }).html,
  },
};

/** Engines with other settings, and engines that are measured with fewer documents. */
export const moreEngines = {
  'remark, MDX': {
    without: mdx([]),
    with: mdx([remarkContactLinks]),
  },
  rehype: {
    without: inRemark['remark alone'],
    with: remark([], [[rehypeContactLinks, { redirect: { skype: 'teams' } }]]),
  },
  'markdown-it, linkify': inMarkdownIt((options) => new MarkdownIt(options), {
    linkify: true,
  }),
  'markdown-exit': inMarkdownIt(createMarkdownExit),
  marked: {
    without: (text) => marked.parse(text),
    with: (text) => markedWithLinks.parse(text),
  },
  'Sätteri, MDX': {
    without: (text) => mdxToJs(text).code,
    with: (text) => mdxToJs(text, { mdastPlugins }).code,
  },
};
