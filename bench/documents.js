import { readdirSync, readFileSync } from 'node:fs';
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

/** What the links of `page.md` are in Markdown without the plugin. */
const coreLinks = {
  '[[tel:+12015550123]]': '[+12015550123](tel:+12015550123)',
  '[[mailto:accounts@example.org]]':
    '[accounts@example.org](mailto:accounts@example.org)',
  '[[whatsapp:+12015550123|write to us in a chat]]':
    '[write to us in a chat](https://wa.me/12015550123)',
};

const written = readFileSync(new URL('page.md', import.meta.url), 'utf8');

/** A page of 20 kB as people write it, with three links in three of its blocks. */
export const page = {
  contact: written,
  core: Object.entries(coreLinks).reduce(
    (text, [contact, core]) => text.replace(contact, core),
    written,
  ),
};

/**
 * The same page with other links.
 *
 * @param {(index: number) => string} link
 *   Writes a link.
 */
export function pageWith(link) {
  return Object.keys(coreLinks).reduce(
    (text, contact, index) => text.replace(contact, link(index)),
    written,
  );
}

/** The readmes of all packages that are installed: all kinds of Markdown, without a shorthand. */
export function readmes() {
  const modules = new URL('../node_modules/', import.meta.url);
  return readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const folder = new URL(`${name}/`, modules);
      return readdirSync(folder)
        .filter((file) => /^readme\.md$/i.test(file))
        .map((file) => readFileSync(new URL(file, folder), 'utf8'));
    });
}
