/**
 * Make the files of a release in `.tmp/release`: a tarball of each package that is not private, the
 * extension for VS Code, and a list of everything that they install (an SBOM in SPDX 2.3).
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const sbom = npm('sbom', '--sbom-format', 'spdx', '--omit', 'dev');
const { name, packages: listed } = JSON.parse(sbom);
const names = new Set(listed.map((one) => one.name));
const missing = packages.filter((one) => !names.has(one.name));
if (missing.length > 0) {
  throw new Error(`The SBOM lacks ${missing.map((one) => one.name).join(', ')}`);
}
writeFileSync(join(folder, `${name.replace('@', '-')}.spdx.json`), sbom);
