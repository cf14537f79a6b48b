/**
 * Builds the command into `dist`, beside the modules of the other entries. It is bundled into a
 * few files, one for each part that a run may need, as loading many modules takes longer than
 * most runs.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { noticesOf } from '../../../release/notices.js';

const path = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

const { metafile } = await build({
  entryPoints: [path('src/command.ts'), path('src/run.ts')],
  outdir: path('dist'),
  chunkNames: 'command/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.20',
  // Of packages with several builds, use the one that a bundler can read.
  mainFields: ['module', 'main'],
  // These load modules of the site, share classes with it, or are needed in few runs.
  external: ['chokidar', 'glob', 'load-plugin', 'unified-engine', 'vfile-message'],
  legalComments: 'none',
  logLevel: 'warning',
  // For modules that have only types.
  logOverride: { 'ignored-bare-import': 'silent' },
  metafile: true,
});
writeFileSync(path('dist/command/THIRD-PARTY-NOTICES.txt'), noticesOf([metafile]));
