/**
 * Makes the reference of the site: a page for each entry of the packages, from its types and their
 * docstrings. The files that it writes are not in the repository.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import GithubSlugger from 'github-slugger';
import { Application } from 'typedoc';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'site/src/content/docs/reference');

const folders = [
  '.',
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
];

/** Names of the entries that have types, by their file. */
const names = new Map(
  folders.flatMap((place) => {
    const folder = join(root, place);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (manifest.private) return [];
    return Object.entries(manifest.exports)
      .filter(([, { types }]) => types)
      .map(([entry, { types }]) => [
        join(folder, types),
        manifest.name + entry.slice(1),
      ]);
  }),
);

/** Write a page of Starlight. */
function write(file, title, description, text) {
  const matter = { title, description, editUrl: false };
  const lines = Object.entries(matter).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  writeFileSync(join(out, file), `---\n${lines.join('\n')}\n---\n\n${text}`);
}

/** Get the entry that a file of TypeDoc is about; TypeDoc adds a number where names are the same. */
const entryOf = (file) => file.replace(/(?:-\d+)?\.md$/, '');

/** Get the anchors of a page's headings, as Astro makes them. */
function anchorsOf(text) {
  const slugger = new GithubSlugger();
  const headings = text.matchAll(/^#+ (.*)$/gm);
  return new Set(Array.from(headings, ([, heading]) => slugger.slug(heading)));
}

/**
 * Turn links between files of TypeDoc into links between pages.
 *
 * @param {string} text
 *   The page that has the links.
 * @param {string} place
 *   The entry of the page.
 * @param {ReadonlyMap<string, ReadonlySet<string>>} anchors
 *   Anchors of the headings, by entry.
 */
function moveLinks(text, place, anchors) {
  return text.replace(
    /(?<=\]\()([^()\s:#]+\.md)?(?:#([^()\s]+))?(?=\))/g,
    (_, file, anchor) => {
      const entry = file ? posix.join(posix.dirname(place), entryOf(file)) : place;
      const page = file ? `${posix.relative(place, entry) || '.'}/` : '';
      if (!anchor) return page;
      // TypeDoc numbers some headings that exist only once.
      const all = anchors.get(entry);
      return `${page}#${all?.has(anchor) ? anchor : anchor.replace(/-\d+$/, '')}`;
    },
  );
}

rmSync(out, { force: true, recursive: true });
const app = await Application.bootstrapWithPlugins({
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: [...names.keys()],
  tsconfig: fileURLToPath(new URL('reference.tsconfig.json', import.meta.url)),
  out,
  readme: 'none',
  router: 'module',
  disableSources: true,
  excludeExternals: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  hidePageTitle: true,
  // The services are described on pages of their own.
  typeDeclarationVisibility: 'compact',
  validation: { notExported: false },
  treatWarningsAsErrors: true,
});
const entries = app.getEntryPoints() ?? [];
for (const entry of entries) {
  entry.displayName = names.get(entry.sourceFile.fileName) ?? entry.displayName;
}
await app.generateOutputs(app.converter.convert(entries));
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1;

const pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({
    file,
    name: entryOf(file),
    text: readFileSync(join(out, file), 'utf8'),
  }));
for (const { file } of pages) rmSync(join(out, file));
const wanted = new Set(names.values());
// Some entries export nothing: they are only run.
const filled = pages.filter(({ name, text }) => wanted.has(name) && text.trim() !== '');
const anchors = new Map(filled.map(({ name, text }) => [name, anchorsOf(text)]));
for (const { name, text } of filled) {
  write(
    `${name}.md`,
    name,
    `What \`${name}\` exports.`,
    moveLinks(text, name, anchors),
  );
}
const list = filled.map(({ name }) => `* [\`${name}\`](${name}/)\n`).sort();
write(
  'index.md',
  'Reference',
  'What each entry of the packages exports.',
  list.join(''),
);
