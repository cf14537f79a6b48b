/**
 * Make the files of a release in `.tmp/release`: a tarball of each package that is not private, a
 * list of everything that these install (an SBOM in SPDX 2.3), and the extension for VS Code.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folder } from './folder.js';
import { npm } from './npm.js';

rmSync(folder, { force: true, recursive: true });
mkdirSync(folder, { recursive: true });

const packages = JSON.parse(npm('query', '.workspace:not([private])'));
for (const { name } of packages) {
  npm('pack', '--silent', '--pack-destination', folder, '--workspace', name);
}

const extension = 'vscode-contact-links';
const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url)),
);
const vsix = join(folder, `${extension}-${version}.vsix`);
npm('run', '--silent', 'package', '--workspace', extension, '--', vsix);

// In the checkout, npm would leave out whatever development tools need as well.
const installed = mkdtempSync(join(tmpdir(), 'remark-contact-links-'));
const name = 'remark-contact-links-packages';
writeFileSync(join(installed, 'package.json'), JSON.stringify({ name, version }));
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.tgz'))
  .map((file) => join(folder, file));
npm('install', '--silent', '--prefix', installed, ...files);
const sbom = npm('sbom', '--sbom-format', 'spdx', '--prefix', installed);
rmSync(installed, { recursive: true });
writeFileSync(join(folder, `remark-contact-links-${version}.spdx.json`), sbom);
