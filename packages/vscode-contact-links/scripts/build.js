/** Builds the extension into `dist`. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { services } from 'remark-contact-links/services';
import { noticesOf } from '../../../release/notices.js';
import { createGrammar, hosts } from './grammar.js';
import { readManifest, root } from './manifest.js';
import { withoutForms } from './schema.js';

const path = (file) => fileURLToPath(new URL(file, root));
const { version } = readManifest();

rmSync(path('dist'), { force: true, recursive: true });
mkdirSync(path('dist/server'), { recursive: true });
// The walkthrough shows these pictures.
mkdirSync(path('dist/pictures'));
for (const name of ['completion', 'fix']) {
  for (const scheme of ['light', 'dark']) {
    const file = `pictures/${name}-${scheme}.webp`;
    copyFileSync(path(`../../site/public/${file}`), path(`dist/${file}`));
  }
}

for (const language of Object.keys(hosts)) {
  const grammar = createGrammar(language, Object.values(services));
  const file = path(`dist/${language}.tmLanguage.json`);
  writeFileSync(file, JSON.stringify(grammar));
}

const schema = readFileSync(
  path('../contact-links/schemas/configuration.json'),
  'utf8',
);
writeFileSync(
  path('dist/configuration.schema.json'),
  JSON.stringify(withoutForms(JSON.parse(schema))),
);

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  define: { VERSION: JSON.stringify(version) },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // For modules that have only types.
  logOverride: { 'ignored-bare-import': 'silent' },
  minify: true,
  // The names of errors are shown to people.
  keepNames: true,
  target: 'es2022',
};

/** @type {import('esbuild').BuildOptions} */
const forNode = {
  ...common,
  // Of packages with several builds, use the one that a bundler can read.
  mainFields: ['module', 'main'],
  platform: 'node',
  target: 'node20.9',
};

const built = await Promise.all([
  build({
    ...forNode,
    entryPoints: [path('src/extension.ts')],
    // A default that is never taken: the extension says where its scripts are.
    define: { ...common.define, 'import.meta.url': '""' },
    external: ['vscode'],
    format: 'cjs',
    outfile: path('dist/extension.js'),
  }),
  // The parser runs in a worker, and configurations are loaded in a process of their own.
  build({
    ...forNode,
    banner: {
      js: "import {createRequire} from 'node:module'; const require = createRequire(import.meta.url);",
    },
    entryPoints: {
      command: path('src/server.ts'),
      load: path('../contact-links-language-server/dist/node/load.js'),
      'parse-worker': path(
        '../contact-links-language-server/dist/node/parse-worker.js',
      ),
    },
    format: 'esm',
    outdir: path('dist/server'),
    splitting: true,
  }),
  build({
    ...common,
    entryPoints: [path('src/browser.ts')],
    external: ['vscode'],
    format: 'cjs',
    outfile: path('dist/browser.js'),
    platform: 'browser',
  }),
  // VS Code starts the worker as a classic script, from another origin.
  build({
    ...common,
    conditions: ['worker'],
    entryPoints: [
      fileURLToPath(import.meta.resolve('contact-links-language-server/browser')),
    ],
    format: 'iife',
    outfile: path('dist/browser-server.js'),
    platform: 'browser',
  }),
]);

writeFileSync(
  path('dist/THIRD-PARTY-NOTICES.txt'),
  noticesOf(built.map(({ metafile }) => metafile)),
);
writeFileSync(path('dist/server/package.json'), '{"type": "module"}\n');
