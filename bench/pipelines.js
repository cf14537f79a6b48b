/** The pipelines that are measured, from Markdown to HTML. */
import MarkdownIt from 'markdown-it';
import rehypeStringify from 'rehype-stringify';
import remarkContactLinks from 'remark-contact-links';
import markdownItContactLinks from 'remark-contact-links/markdown-it';
import satteriContactLinks from 'remark-contact-links/satteri';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { markdownToHtml } from 'satteri';
import { unified } from 'unified';
import { directives, findAndReplaceLinks, wikiLinks } from './peers.js';

/** @param {import('unified').PluggableList} plugins */
function remark(plugins) {
  const processor = unified()
    .use(remarkParse)
    .use(plugins)
    .use(remarkRehype)
    .use(rehypeStringify)
    .freeze();
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

const plain = new MarkdownIt();
// Without this it makes no links with the schemes that are measured.
plain.validateLink = () => true;
const withLinks = new MarkdownIt().use(markdownItContactLinks);
const mdastPlugins = [satteriContactLinks({ retired: 'ignore' })];

/** Each engine, without and with the plugin. */
export const engines = {
  remark: {
    without: inRemark['remark alone'],
    with: inRemark['remark-contact-links'],
  },
  'markdown-it': {
    without: (text) => plain.render(text),
    with: (text) => withLinks.render(text),
  },
  Sätteri: {
    without: (text) => markdownToHtml(text).html,
    with: (text) => markdownToHtml(text, { mdastPlugins }).html,
  },
};
