import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Packages whose long readmes serve as prose: people wrote them, with all of Markdown. */
const packages = ['micromark', 'mdast-util-from-markdown', 'remark-gfm', 'unified'];

/**
 * Real prose without a shorthand.
 *
 * @param {number} bytes
 *   Least length.
 */
export function prose(bytes) {
  const text = packages
    .map((name) => readFileSync(join(dirname(packageFile(name)), 'readme.md'), 'utf8'))
    .join('\n\n');
  return text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes);
}

/** @param {string} name */
function packageFile(name) {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return require.resolve(join(folder, name, 'package.json'));
    } catch {}
  }
  throw new Error(`Cannot find ${name}`);
}

/**
 * The same sentences twice: with core's links, and with shorthands.
 *
 * @param {number} count
 *   How many links.
 * @param {(index: number) => string} core
 * @param {(index: number) => string} shorthand
 */
export function links(count, core, shorthand) {
  const indexes = Array.from({ length: count }, (_, index) => index);
  return {
    core: indexes.map((index) => sentence(core(index), index)).join(''),
    shorthand: indexes.map((index) => sentence(shorthand(index), index)).join(''),
  };
}

/**
 * @param {string} link
 * @param {number} index
 */
function sentence(link, index) {
  return `Please ${link} if there is anything.${index % 5 === 4 ? '\n\n' : '\n'}`;
}

/**
 * Beginnings of shorthands and whole ones, to be repeated. micromark itself is linear on
 * each of them without the plugin, or nearly so.
 */
export const hostile = [
  '[[skype:call a|',
  '[[skype:',
  '[[skype:call a k="',
  '[[skype:call a|`',
  '[[skype:cal a]]',
  '[[skype:call a|x]]',
];
