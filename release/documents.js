/**
 * Put the version of a release into the documents that name one, and remove from the README how to
 * use a clone until the first release. Later releases find nothing to remove.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root)));

/** What changes in each document: a pattern, and what takes its place. */
const changes = {
  'README.md': [
    /<!-- until the first release -->\n[\s\S]*?<!-- since the first release -->\n\n/,
    '',
  ],
  // The version of the GitHub Action, and of the hook for pre-commit.
  'packages/contact-links/README.md': [
    /(?<=remark-contact-links\/remark-contact-links@v|\brev: v)\d+\.\d+\.\d+\b/g,
    version,
  ],
};

for (const [path, [pattern, replacement]] of Object.entries(changes)) {
  const file = new URL(path, root);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(pattern, replacement));
}
