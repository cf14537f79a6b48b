/**
 * Publish the packages in `.tmp/release`. Packages that the registry already has are left out, so
 * that a run which failed half-way can be repeated.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './folder.js';
import { npm, publishedIntegrity } from './npm.js';

const files = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
if (files.length === 0) throw new Error(`Expected packages in ${folder}`);
for (const file of files) {
  const path = join(folder, file);
  const [{ integrity, name, version }] = JSON.parse(
    npm('pack', '--dry-run', '--json', '--silent', path),
  );
  const published = publishedIntegrity(name, version);
  if (published === undefined) {
    npm('publish', path);
    console.log(`${name} ${version} is published`);
  } else if (published === integrity) {
    console.log(`${name} ${version} was published before`);
  } else {
    throw new Error(`The registry has other contents for ${name} ${version}`);
  }
}
