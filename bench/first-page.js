/**
 * Import what makes a page, and make one: the program that `start.js` runs, with the name of
 * a pipeline. It prints the milliseconds of CPU time from the first import on.
 */
import process from 'node:process';

const page = `# Contact

This is the *first* page of a site.

* one
* [two](https://example.com)
`;

/** @param {Array<string>} names */
const load = (...names) => Promise.all(names.map((name) => import(name)));

/**
 * @param {Array<string>} plugins
 *   Remark plugins.
 * @param {Array<string>} rehypePlugins
 */
const unified =
  (plugins = [], rehypePlugins = []) =>
  async () => {
    const [{ unified }, ...loaded] = await load(
      'unified',
      'remark-parse',
      ...plugins,
      'remark-rehype',
      ...rehypePlugins,
      'rehype-stringify',
    );
    const processor = unified();
    for (const { default: plugin } of loaded) processor.use(plugin);
    return String(processor.processSync(page));
  };

/** @param {Array<string>} plugins */
const markdownIt =
  (...plugins) =>
  async () => {
    const [{ default: MarkdownIt }, ...loaded] = await load('markdown-it', ...plugins);
    const engine = new MarkdownIt();
    for (const { default: plugin } of loaded) engine.use(plugin);
    return engine.render(page);
  };

/** @param {Array<string>} extensions */
const marked =
  (...extensions) =>
  async () => {
    const [{ Marked }, ...loaded] = await load('marked', ...extensions);
    const engine = new Marked(...loaded.map(({ default: extension }) => extension()));
    return engine.parse(page);
  };

/** @param {Array<string>} plugins */
const satteri =
  (...plugins) =>
  async () => {
    const [{ markdownToHtml }, ...loaded] = await load('satteri', ...plugins);
    const mdastPlugins = loaded.map(({ default: plugin }) => plugin());
    return markdownToHtml(page, { mdastPlugins }).html;
  };

/** @type {Record<string, () => Promise<string>>} */
const pipelines = {
  'remark alone': unified(),
  'remark-contact-links': unified(['remark-contact-links']),
  'remark-contact-links/rehype': unified([], ['remark-contact-links/rehype']),
  'remark-directive': unified(['remark-directive']),
  'remark-wiki-link': unified(['remark-wiki-link']),
  'markdown-it alone': markdownIt(),
  'remark-contact-links/markdown-it': markdownIt('remark-contact-links/markdown-it'),
  'marked alone': marked(),
  'remark-contact-links/marked': marked('remark-contact-links/marked'),
  'Sätteri alone': satteri(),
  'remark-contact-links/satteri': satteri('remark-contact-links/satteri'),
};

const before = process.cpuUsage();
const html = await pipelines[process.argv[2]]();
const { system, user } = process.cpuUsage(before);
if (!html.includes('<em>first</em>')) throw new Error('Expected the page');
console.log((system + user) / 1000);
