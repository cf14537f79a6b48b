import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFolder, type Result, run } from './helpers/command.js';

/** Whether the expected files are written; they are only read otherwise. */
const isUpdate = process.env.UPDATE_FIXTURES === '1';
const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));

/** Read a file of a case, where it has that. */
function read(name: string, file: string): string | undefined {
  const path = join(fixtures, name, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

interface Case {
  name: string;
  extension: string;
  /** Where the tool finds the document. */
  page: string;
  before: string;
}

/** All cases that have the same arguments, as one run can have them all. */
const groups = new Map<string, Array<Case>>();
for (const entry of readdirSync(fixtures, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const { name } = entry;
  const extension = read(name, 'before.md') === undefined ? 'mdx' : 'md';
  const before = read(name, `before.${extension}`) ?? '';
  const args = read(name, 'arguments.json') ?? '[]';
  const page = `${name}/page.${extension}`;
  groups.set(args, [...(groups.get(args) ?? []), { name, extension, page, before }]);
}

/**
 * Each case has a document before and after, and the messages of `migrate` on what stays.
 * `arguments.json` has options of the command line, `config.json` is the configuration file.
 */
describe.each([...groups])('migrate with %s', (given, cases) => {
  const args: Array<string> = [
    '.',
    '--contacts',
    'contacts.json',
    ...JSON.parse(given),
  ];
  let folder = '';
  let result: Result;
  let again: Result;
  const once = new Map<string, string>();

  beforeAll(async () => {
    folder = makeFolder({ 'contacts.json': read('.', 'contacts.json') ?? '' });
    for (const { before, name, page } of cases) {
      const config = read(name, 'config.json');
      makeFolder({ [page]: before }, folder);
      if (config) makeFolder({ [`${name}/.contact-linksrc.json`]: config }, folder);
    }
    result = await run(folder, 'migrate', ...args, '--write', '--quiet');
    for (const { page } of cases)
      once.set(page, readFileSync(join(folder, page), 'utf8'));
    again = await run(folder, 'migrate', ...args, '--write');
  });

  test('succeeds, and changes nothing the second time', () => {
    expect(result).toMatchObject({ status: 0, stdout: '' });
    expect(again).toMatchObject({ status: 0, stdout: '' });
    expect(again.stderr).toContain('Changed 0 links in 0 files');
    for (const { page } of cases) {
      expect(readFileSync(join(folder, page), 'utf8')).toBe(once.get(page));
    }
  });

  test.each(cases)('$name', ({ extension, name, page }) => {
    const messages = result.stderr
      .split(/^(?! {2})/m)
      .filter((message) => message.startsWith(page))
      .map((message) => message.slice(name.length + 1));
    const place = join(fixtures, name);
    for (const [file, content = ''] of [
      [`after.${extension}`, once.get(page)],
      ['messages.txt', messages.join('')],
    ] as const) {
      if (isUpdate) writeFileSync(join(place, file), content);
      expect(content).toBe(read(name, file));
    }
  });
});
