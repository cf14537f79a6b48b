/** Collects the licenses of what is in the bundles. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Write the licenses of packages.
 *
 * @param {ReadonlyArray<import('esbuild').Metafile>} metafiles
 *   What esbuild says that it has bundled.
 * @returns {string}
 *   Each package with its license, in order of their names.
 * @throws {Error}
 *   When a package has no license.
 */
export function noticesOf(metafiles) {
  const folders = new Set(
    metafiles
      .flatMap(({ inputs }) => Object.keys(inputs))
      .flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? []),
  );
  const notices = new Map();
  for (const folder of folders) {
    const { license, licenses, name, version } = JSON.parse(
      readFileSync(resolve(folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const named = license ?? licenses?.map(({ type }) => type).join(', ');
    if (!file && !named) throw new Error(`Expected ${name} to have a license`);
    // Some packages only name their license.
    const text = file ? readFileSync(join(folder, file), 'utf8') : `License: ${named}`;
    notices.set(`${name} ${version}`, text.trim());
  }
  return [...notices.keys()]
    .sort()
    .map((name) => `${name}\n\n${notices.get(name)}\n`)
    .join(`\n${'-'.repeat(72)}\n\n`);
}
