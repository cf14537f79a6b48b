/**
 * Packs the extension, as it was built, into a `.vsix`.
 *
 * @see https://code.visualstudio.com/api/working-with-extensions/publishing-extension
 */
import { copyFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { readManifest, root } from './manifest.js';

const repository = 'https://github.com/remark-contact-links/remark-contact-links';
const folder = 'packages/vscode-contact-links';
const { name, version } = readManifest();
const [packagePath = fileURLToPath(new URL(`${name}-${version}.vsix`, root))] =
  process.argv.slice(2);

copyFileSync(new URL('../../CHANGELOG.md', root), new URL('dist/CHANGELOG.md', root));
await createVSIX({
  baseContentUrl: `${repository}/blob/main/${folder}`,
  baseImagesUrl: `${repository}/raw/main/${folder}`,
  changelogPath: 'dist/CHANGELOG.md',
  cwd: fileURLToPath(root),
  // All dependencies are in the bundles.
  dependencies: false,
  packagePath,
});
