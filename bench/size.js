/** Size of what a bundle takes in, minified and gzipped, beside the other packages. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What every remark pipeline has already. */
export const external = [
  ...['micromark-util-*', 'micromark-factory-*', 'micromark-core-commonmark'],
  ...['mdast-util-from-markdown', 'mdast-util-to-markdown', 'unist-util-*'],
  ...['vfile*', 'unified'],
];

/** Entries, and the most kilobytes that they may have. */
const entries = [
  ['remark-contact-links', 40],
  ['remark-contact-links/light', 14.8],
  ['remark-contact-links/markdown-it', 38],
  ['remark-contact-links/marked', 37],
  ['remark-contact-links/satteri', 42],
  ['remark-contact-links/rehype', 29.5],
  ['remark-contact-links/core', 35.5],
  ['remark-directive'],
  ['remark-wiki-link'],
];

/** The most kilobytes that a page with two services may load, `light-page.js`. */
export const mostOfLightPage = 15;

/** @param {import('./report.js').Report} report */
export async function size(report) {
  for (const [name, most] of entries) {
    const figure = kilobytes(await bundle(`export * as all from '${name}'`));
    report({ what: 'Entry, kB min+gzip', of: name, figure, most });
  }
  report({
    what: 'Page with `teams` and `tel`, kB min+gzip',
    of: 'remark-contact-links/light',
    figure: kilobytes(await bundle(`export * from './bench/light-page.js'`)),
    most: mostOfLightPage,
  });
  const single = await bundle(`
    export { resolveHead } from './dist/core/resolve/resolve-head.js';
    export { resolveOptions } from './dist/core/options/resolve-options.js';
    export { skype } from './dist/services/skype.js';`);
  report({
    what: 'Core and one service, kB min+gzip',
    of: 'remark-contact-links',
    figure: kilobytes(single),
    most: 8.3,
  });
  if (/whatsapp|telegram/i.test(single))
    throw new Error('Expected one service in the bundle');
}

/** @param {string} contents */
async function bundle(contents) {
  const { outputFiles } = await build({
    bundle: true,
    external,
    format: 'esm',
    logLevel: 'error',
    minify: true,
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    write: false,
  });
  return outputFiles[0].text;
}

/** @param {string} code */
function kilobytes(code) {
  return gzipSync(code, { level: 9 }).length / 1000;
}
