import { readFileSync } from 'node:fs';

/** The folder of the extension. */
export const root = new URL('../', import.meta.url);

/** Read the manifest of the extension. */
export function readManifest() {
  return JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
}
