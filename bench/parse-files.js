/** Parse Markdown files with remark-parse alone: what `bench/command.js` compares with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const [folder = '.', every = '1'] = process.argv.slice(2);
const processor = unified().use(remarkParse).freeze();
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
for (const [index, file] of files.entries()) {
  if (index % Number(every) === 0) processor.parse(readFileSync(file, 'utf8'));
}
