import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFolder, run } from './helpers/command.js';

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

/** Readmes of packages that happen to be installed: real Markdown. */
const readmes = readdirSync(modules)
  .map((name) => join(modules, name, 'readme.md'))
  .concat(readdirSync(modules).map((name) => join(modules, name, 'README.md')))
  .filter((path) => existsSync(path))
  .map((path) => readFileSync(path, 'utf8'))
  // Long enough for all kinds of blocks; longer ones have more of the same.
  .filter((text) => text.length > 2000 && text.length < 5000)
  .filter((text) => !/skype:|callto:/i.test(text))
  .slice(0, 60);

/** What is inserted, and what it becomes; each person is named once. */
const links: Array<
  (id: number) => [before: string, teams: string, shorthand?: string]
> = [
  (id) => [
    `[ring *us*](skype:echo${id}?call)`,
    `[ring *us*](${url('call', id)})`,
    `[[skype:call echo${id}|ring *us*]]`,
  ],
  (id) => [`[x](<skype:echo${id}> "a")`, `[x](<${url('chat', id)}> "a")`],
  (id) => [`<skype:echo${id}>`, `[c${id}](${url('chat', id)})`, `[[skype:echo${id}]]`],
  (id) => [`[[skype:call echo${id}]]`, `[[teams:call p${id}@contoso.com]]`],
  (id) => [`[[skype:chat echo${id}|x]]`, `[[teams:chat p${id}@contoso.com|x]]`],
  (id) => [`[[skype:chat echo${id}\\|x]]`, `[[teams:chat p${id}@contoso.com\\|x]]`],
  (id) => [`<a href='skype:echo${id}'>`, `<a href='${url('chat', id)}'>`],
  (id) => [
    `\n\n[ref${id}]: skype:echo${id} "a"\n\n`,
    `\n\n[ref${id}]: ${url('chat', id)} "a"\n\n`,
  ],
];

function url(action: string, id: number): string {
  return `https://teams.microsoft.com/l/${action}/0/0?users=p${id}%40contoso.com`;
}

/** How a file may be stored. */
const forms: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'with CRLF': (text) => text.replace(/\r?\n/g, '\r\n'),
  'with CR': (text) => text.replace(/\r?\n/g, '\r'),
  'with a byte order mark': (text) => `\uFEFF${text}`,
  'with both, NUL and tabs': (text) =>
    `\uFEFF${text.replace(/\r?\n/g, '\r\n').replace(/ {4}/g, '\t')}\0`,
};

interface Page {
  source: string;
  form: string;
  inserted: Array<{ id: number; kind: number }>;
}

/** Insert links at random places of a text, be they inside of code or in words. */
const pages: Array<Page> = readmes.map((text, index) => {
  const form = Object.keys(forms)[index % Object.keys(forms).length] ?? '';
  const whole = forms[form]?.(text) ?? text;
  const [places = []] = fc.sample(
    fc.array(
      fc.tuple(fc.nat(whole.length - 2), fc.nat(links.length - 1), fc.boolean()),
      {
        minLength: 8,
        maxLength: 8,
      },
    ),
    { numRuns: 1, seed: index },
  );
  let source = '';
  let at = 0;
  const inserted: Page['inserted'] = [];
  for (const [place, kind, isAtSpace] of places.sort(([a], [b]) => a - b)) {
    // Half of them stand where a word ends, as an author would write them.
    const space = isAtSpace ? whole.indexOf(' ', place) : place;
    let next = Math.max(at, space < 0 ? place : space, 1);
    // Not within a character, or between CR and LF.
    while (/[\n\uDC00-\uDFFF]/.test(whole[next] ?? '')) next++;
    const id = index * 100 + inserted.length;
    const [link = ''] = links[kind]?.(id) ?? [];
    source += `${whole.slice(at, next)} ${link} `;
    inserted.push({ id, kind });
    at = next;
  }
  return { source: source + whole.slice(at), form, inserted };
});

const contacts = Object.fromEntries(
  pages.flatMap(({ inserted }) =>
    inserted.map(({ id }) => [
      `c${id}`,
      { skype: `echo${id}`, teams: `p${id}@contoso.com` },
    ]),
  ),
);

describe.each([
  { to: 'teams', result: 1 },
  { to: 'shorthand', result: 2 },
] as const)('migrate --to $to over real Markdown', ({ result, to }) => {
  let folder = '';
  let again = '';
  beforeAll(async () => {
    folder = makeFolder({ 'contacts.json': JSON.stringify(contacts) });
    makeFolder(
      Object.fromEntries(pages.map(({ source }, index) => [`${index}.md`, source])),
      folder,
    );
    const args = ['migrate', '.', '--to', to, '-c', 'contacts.json'];
    expect((await run(folder, ...args, '--write')).status).toBe(0);
    again = (await run(folder, ...args)).stdout;
  });

  test('there is enough of it', () => {
    expect(pages.length).toBe(60);
  });

  test('changes bytes of links only', () => {
    const count = { changed: 0, stayed: 0 };
    for (const [index, { form, inserted, source }] of pages.entries()) {
      let after = readFileSync(join(folder, `${index}.md`), 'utf8');
      // Taking back what was to change gives the file as it was.
      for (const { id, kind } of inserted) {
        const [before, ...others] = links[kind]?.(id) ?? [''];
        const written = others[result - 1];
        // In tables, bars are escaped.
        const other = [written, written?.replace('|', '\\|')].find(
          (each) => each !== undefined && after.includes(each),
        );
        const hasChanged = other !== undefined;
        count[hasChanged ? 'changed' : 'stayed']++;
        if (hasChanged) after = after.replace(other, () => before);
      }
      expect({ index, form, after }).toEqual({ index, form, after: source });
    }
    // Code and the like hold the others.
    expect(count.changed).toBeGreaterThan(to === 'teams' ? count.stayed : 100);
  });

  test('changes nothing more the second time', () => {
    expect(again).toBe('');
  });
});
