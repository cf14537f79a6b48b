/**
 * Build a site of 1,000 pages with each generator of `examples/`, with the plugin and without:
 * `npm run bench:generators`, or `npm run bench:generators -- eleventy vitepress` for some examples.
 *
 * Each example is copied out of the checkout, and gets what its lockfile says and the packed
 * packages. One page in ten has three links. Without the plugin, the same links are written as
 * Markdown has them, and a plugin that does nothing is in its place. Figures are the CPU time of
 * a build and of the processes that it starts, in turns, each without a cache. It requires Bash,
 * and all of them take hours.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as services from 'remark-contact-links/services';
import { generatorEnvironment } from '../examples/test/environment.js';
import { page } from './documents.js';
import { median } from './measure.js';
import { createReport } from './report.js';
import { readResults, writeResults } from './results.js';

const count = 1000;
/** Every so many pages have links. */
const every = 10;
const perFolder = 50;
const rounds = 3;

const build = ['run', 'build'];
const titled = (title) => `---\ntitle: ${title}\n---\n\n`;

/**
 * How an example is built.
 *
 * @typedef {object} Site
 * @property {string} of
 *   The generator.
 * @property {string} example
 *   Name of its folder.
 * @property {string} pages
 *   Where pages go.
 * @property {string} [output]
 *   Folder of the pages that it makes; default: it makes none of its own.
 * @property {ReadonlyArray<string>} command
 *   Arguments of npm.
 * @property {ReadonlyArray<string>} [without]
 *   The same without the plugin. Default: `command`.
 * @property {(title: string) => string} [front]
 *   What a page begins with.
 * @property {string} [file]
 *   Name of the file of a page, in a folder that has the name of the page.
 * @property {string} [index]
 *   Page that has to have a link to each other, for those to be found.
 */

/** @type {ReadonlyArray<Site>} */
const sites = [
  {
    of: 'Eleventy',
    example: 'eleventy',
    pages: 'pages',
    output: 'site',
    command: build,
  },
  {
    of: 'VitePress',
    example: 'vitepress',
    pages: 'docs',
    output: 'docs/.vitepress/dist',
    command: build,
  },
  {
    of: 'Astro, Sätteri',
    example: 'astro',
    pages: 'src/pages',
    output: 'dist',
    command: build,
    front: () => '---\nlayout: /src/layouts/Page.astro\n---\n\n',
  },
  {
    of: 'Astro, remark',
    example: 'astro',
    pages: 'src/pages',
    output: 'dist',
    command: ['run', 'build:unified'],
    front: () => '---\nlayout: /src/layouts/Page.astro\n---\n\n',
  },
  {
    of: 'Astro, content collection',
    example: 'astro-blog',
    pages: 'src/content/blog',
    output: 'dist',
    command: build,
    front: titled,
  },
  {
    of: 'Starlight',
    example: 'starlight',
    pages: 'src/content/docs',
    output: 'dist',
    command: build,
    front: titled,
  },
  {
    of: 'Docusaurus',
    example: 'docusaurus',
    pages: 'docs',
    output: 'build',
    command: build,
  },
  {
    of: 'Rspress',
    example: 'rspress',
    pages: 'docs',
    output: 'doc_build',
    command: build,
  },
  {
    of: 'Next.js, Turbopack',
    example: 'next',
    pages: 'app',
    output: 'out',
    command: build,
    file: 'page.md',
  },
  {
    of: 'Fumadocs',
    example: 'fumadocs',
    pages: 'content',
    output: 'out',
    command: build,
    front: titled,
  },
  {
    of: 'Nuxt Content',
    example: 'nuxt-content',
    pages: 'content',
    output: '.output/public',
    command: build,
    without: ['exec', '--', 'nuxt', 'generate'],
    index: 'content/index.md',
  },
  {
    of: 'remark-cli',
    example: 'remark-cli',
    pages: 'pages',
    output: 'site',
    command: build,
  },
  {
    of: 'react-markdown',
    example: 'react-markdown',
    pages: 'src/pages',
    command: build,
  },
];

/** What builds leave, and must not find. */
const caches = [
  ...['.astro', '.data', '.docusaurus', '.next', '.nuxt', '.output', '.source'],
  ...['docs/.vitepress/cache', 'node_modules/.astro', 'node_modules/.cache'],
  ...['node_modules/.vite', 'node_modules/.vite-temp', 'build', 'dist', 'doc_build'],
  ...['docs/.vitepress/dist', 'out', 'site'],
];

const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'contact-links-sites-'));
const environment = { ...process.env, ...generatorEnvironment };
const chosen = process.argv.slice(2);

try {
  const packed = pack();
  for (const example of new Set(sites.map(({ example }) => example))) {
    if (chosen.length > 0 && !chosen.includes(example)) continue;
    const folder = install(example, packed);
    for (const site of sites.filter((each) => each.example === example)) {
      const figure = measure(site, folder);
      const results = readResults();
      const { of } = site;
      const others = (results.generators ?? []).filter((row) => row.of !== of);
      const rows = [];
      const to = `${of} alone`;
      createReport(rows)({ what: 'Build of 1,000 pages', of, to, figure });
      results.generators = [...others, ...rows].sort((a, b) => placeOf(a) - placeOf(b));
      writeResults(results);
    }
    rmSync(folder, { recursive: true });
  }
} finally {
  rmSync(temporary, { recursive: true });
}

/** @param {import('./report.js').Row} row */
function placeOf(row) {
  return sites.findIndex(({ of }) => of === row.of);
}

/**
 * Pack what examples depend on.
 *
 * @returns {Record<string, string>}
 *   Files by name of the package.
 */
function pack() {
  const names = ['remark-contact-links', 'contact-links'];
  const output = execFileSync(
    'npm',
    [
      ...['pack', '--json', '--silent', '--pack-destination', temporary],
      ...names.flatMap((name) => ['--workspace', name]),
    ],
    { cwd: root, encoding: 'utf8' },
  );
  // A script of the packages may print before.
  const packed = JSON.parse(output.slice(output.search(/^\[$/m)));
  return Object.fromEntries(
    packed.map(({ filename, name }) => [name, join(temporary, filename)]),
  );
}

/**
 * Copy an example, and install it.
 *
 * @param {string} example
 * @param {Record<string, string>} packed
 * @returns {string}
 *   Its folder, with what takes the place of the plugin beside the plugin.
 */
function install(example, packed) {
  const folder = join(temporary, example);
  cpSync(join(root, 'examples', example), folder, {
    recursive: true,
    filter: (path) => ![...caches, 'node_modules'].includes(basename(path)),
  });
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const wanted = Object.keys({ ...dependencies, ...devDependencies });
  execFileSync(
    'npm',
    [
      ...['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent'],
      ...Object.entries(packed).flatMap(([name, file]) =>
        wanted.includes(name) ? [file] : [],
      ),
    ],
    { cwd: folder, env: environment, stdio: 'inherit' },
  );
  const stub = join(folder, 'node_modules', '.without');
  mkdirSync(stub);
  const manifest = { name: 'remark-contact-links', type: 'module', exports: {} };
  for (const entry of ['.', './astro', './light', './markdown-it'])
    manifest.exports[entry] = './index.js';
  manifest.exports['./services'] = './services.js';
  writeFileSync(join(stub, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(stub, 'index.js'),
    `export default () => ({ name: 'nothing', hooks: {} });
export const createRemarkContactLinks = () => () => {};
export const contactLinkSanitizeSchema = (schema) => schema;
export const contactLinkUrlTransform = (urlTransform) => urlTransform;
`,
  );
  const names = Object.keys(services);
  writeFileSync(
    join(stub, 'services.js'),
    names.map((name) => `export const ${name} = {};\n`).join(''),
  );
  return folder;
}

/**
 * @param {Site} site
 * @param {string} folder
 * @returns {number}
 *   The ratio of a build with the plugin to one without it.
 */
function measure(site, folder) {
  const { command, index, without = command } = site;
  const plugin = join(folder, 'node_modules/remark-contact-links');
  const aside = join(folder, 'node_modules/.with');
  const stub = join(folder, 'node_modules/.without');
  if (index) {
    const links = places(site).map(({ path }) => `* [Page](/${path})\n`);
    appendFileSync(join(folder, index), `\n${links.join('')}`);
  }
  const times = { with: [], without: [] };
  for (let round = 0; round < rounds; round++) {
    write(site, folder, page.contact);
    times.with.push(time(site, folder, command));

    renameSync(plugin, aside);
    renameSync(stub, plugin);
    write(site, folder, page.core);
    times.without.push(time(site, folder, without));
    renameSync(plugin, stub);
    renameSync(aside, plugin);
    console.log(`${site.of}: ${times.with[round]} s, ${times.without[round]} s`);
  }
  for (const { folder: pages } of places(site)) {
    rmSync(join(folder, pages), { force: true, recursive: true });
  }
  return median(times.with.map((seconds, round) => seconds / times.without[round]));
}

/**
 * Where pages go.
 *
 * @param {Site} site
 */
function places({ file, pages }) {
  return Array.from({ length: count }, (_, index) => {
    const part = `part-${Math.floor(index / perFolder) + 1}`;
    const path = `${part}/page-${index + 1}`;
    return {
      folder: join(pages, part),
      file: join(pages, file ? `${path}/${file}` : `${path}.md`),
      path,
    };
  });
}

/**
 * Write pages: each has some sections of a handbook, and one in ten those that have links.
 *
 * @param {Site} site
 * @param {string} folder
 * @param {string} text
 */
function write(site, folder, text) {
  const [beginning, ...sections] = text.split(/^(?=## )/m);
  const definitions = /^\[(?:.*\]: .*\n)+/m.exec(text)?.[0] ?? '';
  const [, introduction] = beginning.split(/^# .*\n/m);
  // What differs from the other text has a link in it.
  const isLinked = (section) =>
    !page.contact.includes(section) || !page.core.includes(section);
  const linked = sections.filter(isLinked);
  const plain = sections.filter((section) => !isLinked(section));
  for (const [index, { file }] of places(site).entries()) {
    const title = `Page ${index + 1}`;
    const some =
      index % every === 0
        ? linked
        : [0, 1, 2].map((more) => plain[(index + more) % plain.length]);
    const place = join(folder, file);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(
      place,
      `${site.front?.(title) ?? ''}# ${title}\n${introduction}${some.join('')}\n${definitions}`,
    );
  }
}

/**
 * Build a site, and check that it has the links.
 *
 * @param {Site} site
 * @param {string} folder
 * @param {ReadonlyArray<string>} command
 * @returns {number}
 *   Seconds of CPU time, of npm and of all that it starts.
 */
function time({ of, output }, folder, command) {
  for (const cache of caches) {
    rmSync(join(folder, cache), { force: true, recursive: true });
  }
  const { status, stderr, stdout } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time npm "$@" 2>&1', 'npm', ...command],
    { cwd: folder, encoding: 'utf8', env: environment, maxBuffer: 1e9 },
  );
  if (status !== 0) throw new Error(`${of}: ${stdout}`);
  if (output) {
    const made = readdirSync(join(folder, output), { recursive: true })
      .filter((name) => name.endsWith('.html') && name.includes('page-'))
      .map((name) => readFileSync(join(folder, output, name), 'utf8'));
    const linked = made.filter((html) => html.includes('href="tel:+12015550123"'));
    if (made.length !== count || linked.length !== count / every) {
      throw new Error(`${of}: ${made.length} pages, ${linked.length} with links`);
    }
  }
  const [user = 0, system = 0] = stderr.trim().split(/\s+/).slice(-2).map(Number);
  return user + system;
}
