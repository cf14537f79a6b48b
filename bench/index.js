/**
 * Measure the plugin beside the same pipeline without it: `npm run bench`.
 *
 * Figures are CPU time, in interleaved rounds in one process; what counts are ratios.
 */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import MarkdownIt from 'markdown-it';
import rehypeStringify from 'rehype-stringify';
import remarkContactLinks from 'remark-contact-links';
import markdownItContactLinks from 'remark-contact-links/markdown-it';
import satteriContactLinks from 'remark-contact-links/satteri';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { markdownToHtml } from 'satteri';
import { unified } from 'unified';
import { hostile, links, prose } from './documents.js';
import { compare } from './measure.js';

const without = unified().use(remarkParse).use(remarkRehype).use(rehypeStringify);
const withPlugin = unified()
  .use(remarkParse)
  .use(remarkContactLinks)
  .use(remarkRehype)
  .use(rehypeStringify);
without.freeze();
withPlugin.freeze();

/** @type {Array<{what: string, figure: number, most: number}>} */
const results = [];

/**
 * @param {string} what
 * @param {number} figure
 * @param {number} most
 */
function report(what, figure, most) {
  results.push({ what, figure, most });
  const verdict = figure <= most ? '' : '  <-- over';
  console.log(
    `${what.padEnd(58)} ${figure.toFixed(2).padStart(7)}  of ${most}${verdict}`,
  );
}

const megabyte = prose(1_000_000);
const ratios = await compare(
  {
    without: () => String(without.processSync(megabyte)),
    with: () => String(withPlugin.processSync(megabyte)),
  },
  11,
);
report('1 MB of prose, ratio to no plugin', ratios.with.ratio, 1.02);

for (const [name, most, core, shorthand] of [
  [
    'labelled',
    0.95,
    (index) => `[call *us* now](skype:echo${index}?call)`,
    (index) => `[[skype:call echo${index}|call *us* now]]`,
  ],
  [
    'bare',
    0.95,
    (index) => `[Call echo${index} with Skype](skype:echo${index}?call)`,
    (index) => `[[skype:call echo${index}]]`,
  ],
]) {
  const documents = links(20_000, core, shorthand);
  const expected = String(without.processSync(documents.core));
  if (String(withPlugin.processSync(documents.shorthand)) !== expected) {
    throw new Error(`Expected the same HTML from ${name} shorthands as from links`);
  }
  const { shorthand: result } = await compare({
    core: () => String(without.processSync(documents.core)),
    shorthand: () => String(withPlugin.processSync(documents.shorthand)),
  });
  report(`20,000 ${name} shorthands, ratio to links`, result.ratio, most);
}

const core = new MarkdownIt();
core.validateLink = () => true;
const markdownIt = new MarkdownIt().use(markdownItContactLinks);
const inMarkdownIt = await compare({
  without: () => core.render(megabyte),
  with: () => markdownIt.render(megabyte),
});
report('markdown-it: 1 MB of prose, ratio to no plugin', inMarkdownIt.with.ratio, 1.1);
const dense = links(
  20_000,
  (index) => `[call *us* now](skype:echo${index}?call)`,
  (index) => `[[skype:call echo${index}|call *us* now]]`,
);
const { shorthand } = await compare({
  core: () => core.render(dense.core),
  shorthand: () => markdownIt.render(dense.shorthand),
});
report('markdown-it: 20,000 shorthands, ratio to links', shorthand.ratio, 2);

const mdastPlugins = [satteriContactLinks({ retired: 'ignore' })];
const inSatteri = await compare({
  without: () => markdownToHtml(megabyte),
  with: () => markdownToHtml(megabyte, { mdastPlugins }),
});
report('Sätteri: 1 MB of prose, ratio to no plugin', inSatteri.with.ratio, 1.1);
const three = `${prose(20_000)}\n\n[[tel:+12015550123]] [[skype:a]] [[skype:a|b]]\n`;
const { remark: page } = await compare({
  satteri: () => repeat(10, () => markdownToHtml(three, { mdastPlugins })),
  remark: () => repeat(10, () => String(withPlugin.processSync(three))),
});
report('Sätteri: 20 kB with three shorthands, part of remark', 1 / page.ratio, 1 / 4);
const { remark: denseRemark } = await compare({
  satteri: () => markdownToHtml(dense.shorthand, { mdastPlugins }),
  remark: () => String(withPlugin.processSync(dense.shorthand)),
});
report('Sätteri: 20,000 shorthands, part of remark', 1 / denseRemark.ratio, 1 / 5);

const sizes = [12_500, 25_000, 50_000, 100_000];
for (const pattern of hostile) {
  const growth = await exponent(pattern, (text) => withPlugin.parse(text));
  report(`${JSON.stringify(pattern)} × ${sizes.join(', ')}, growth`, growth, 1.1);
  const inOther = await exponent(pattern, (text) => markdownIt.render(text));
  report(`markdown-it: ${JSON.stringify(pattern)}, growth`, inOther, 1.1);
  const inThird = await exponent(pattern, (text) =>
    markdownToHtml(text, { mdastPlugins }),
  );
  report(`Sätteri: ${JSON.stringify(pattern)}, growth`, inThird, 1.1);
}

const text = prose(20_000);
const setUp = await compare({
  parse: () => repeat(20, () => withPlugin.parse(text)),
  setUp: () => repeat(20, () => unified().use(remarkContactLinks).freeze()),
});
report('Set-up, ratio to one parse of 20 kB', setUp.setUp.ratio, 0.2);

report('Entry, kB min+gzip', await size("export * from 'remark-contact-links'"), 9);
const single = `
  export { decide } from './dist/core/decide.js';
  export { resolveOptions } from './dist/core/options.js';
  export { skype } from './dist/services/skype.js';`;
const bundle = await bundled(single);
report('Core and one service, kB min+gzip', gzipSync(bundle).length / 1000, 6);
if (/whatsapp|telegram/i.test(bundle)) {
  throw new Error('Expected a bundle of one service not to carry the others');
}

if (results.some(({ figure, most }) => figure > most)) process.exitCode = 1;

/**
 * @param {number} times
 * @param {() => unknown} run
 */
function repeat(times, run) {
  for (let index = 0; index < times; index++) run();
}

/** @param {string} contents */
async function bundled(contents) {
  const result = await build({
    bundle: true,
    external: ['micromark*', 'mdast-util-*', 'unist-util-*', 'vfile*', 'unified'],
    format: 'esm',
    logLevel: 'error',
    minify: true,
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    write: false,
  });
  return result.outputFiles[0].text;
}

/** @param {string} contents */
async function size(contents) {
  return gzipSync(await bundled(contents)).length / 1000;
}

/**
 * How CPU time grows with length: 1 is linear. The slope of a line through the points on
 * a double logarithmic scale.
 *
 * @param {string} pattern
 * @param {(text: string) => unknown} run
 */
async function exponent(pattern, run) {
  const measured = await compare(
    Object.fromEntries(
      sizes.map((size) => {
        const text = pattern.repeat(size);
        return [size, () => run(text)];
      }),
    ),
    2,
  );
  const points = sizes.map((size) => [
    Math.log(size),
    Math.log(measured[size].milliseconds),
  ]);
  const mean = (axis) =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  return (
    points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) /
    points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
  );
}
