/**
 * Take out of the README how to use a clone until the first release. Later releases find
 * nothing to take out.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../README.md', import.meta.url);
const place =
  /<!-- until the first release -->\n[\s\S]*?<!-- since the first release -->\n\n/;

const readme = readFileSync(file, 'utf8');
writeFileSync(file, readme.replace(place, ''));
