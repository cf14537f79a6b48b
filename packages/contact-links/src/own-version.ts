import { readFileSync } from 'node:fs';

/** The version of the tool. */
export function ownVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
