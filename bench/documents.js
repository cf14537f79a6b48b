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

/**
 * A page of 20 kB as people write it, with three links in three blocks of it.
 *
 * @param {readonly [call: string, mail: string, chat: string]} links
 */
export function page([call, mail, chat]) {
  const text = prose(20_000);
  const middle = text.indexOf('\n\n', 10_000);
  return [
    text.slice(0, middle),
    `If *anything* is wrong, please call ${call} on weekdays.`,
    `- Write to ${mail}`,
    text.slice(middle),
    `You can also ${chat} with us.\n`,
  ].join('\n\n');
}

/** The links of that page, as contact links and as core links. */
export const pageLinks = {
  contact: [
    '[[tel:+12015550123]]',
    '[[mailto:support@example.com]]',
    '[[skype:a|chat]]',
  ],
  core: [
    '[+1 201-555-0123](tel:+12015550123)',
    '[support@example.com](mailto:support@example.com)',
    '[chat](skype:a)',
  ],
};
