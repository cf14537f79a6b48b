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
 * Sentences, each with a link.
 *
 * @param {number} count
 *   How many.
 * @param {(index: number) => string} link
 *   Writes the link.
 */
export function sentences(count, link) {
  return Array.from(
    { length: count },
    (_, index) =>
      `Please ${link(index)} if there is anything.${index % 5 === 4 ? '\n\n' : '\n'}`,
  ).join('');
}
