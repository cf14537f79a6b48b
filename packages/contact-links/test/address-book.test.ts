import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeFolder, run } from './helpers/command.js';

const args = ['migrate', '.', '--contacts', 'c.json', '--init-contacts'];
const page = '<skype:alice1> <skype:bob.b>\n';

/** What an address book becomes, which is the same when it is written again. */
async function init(before: string | undefined, text = page): Promise<string> {
  const folder = makeFolder({ 'page.md': text });
  const place = join(folder, 'c.json');
  if (before !== undefined) writeFileSync(place, before);
  expect(await run(folder, ...args)).toMatchObject({ status: 0, stdout: '' });
  const once = readFileSync(place, 'utf8');
  expect((await run(folder, ...args)).stderr).toMatch(
    /^Nobody is missing(?:; c\.json has \d+ entr(?:y|ies) to fill in)?\n$/,
  );
  expect(readFileSync(place, 'utf8')).toBe(once);
  return once;
}

describe('--init-contacts', () => {
  test('makes an address book', async () => {
    const made = `{
  "alice1": {
    "skype": "alice1",
    "teams": null
  },
  "bob.b": {
    "skype": "bob.b",
    "teams": null
  }
}
`;
    const schema = /(?<=^\{)\n {2}"\$schema": "[^"]+",/;
    const first = await init(undefined);
    expect(first).toMatch(schema);
    expect(first.replace(schema, '')).toBe(made);
    expect(await init('{}\n')).toBe(made);
    expect(await init('{\n}\n')).toBe(made);
    expect(await init('\uFEFF{}')).toBe(`\uFEFF${made.trimEnd()}`);
  });

  test.each([
    [
      'with four spaces, and in no order',
      '{\n    "b": {"skype": "bob.b",\n          "name": "B"},\n    "a" : { "teams":"a@b.org", "skype" : "alice1" }\n}',
      '{\n    "b": {"skype": "bob.b",\n          "name": "B", "teams": null},\n    "a" : { "teams":"a@b.org", "skype" : "alice1" }\n}',
    ],
    [
      'with tabs and CRLF',
      '{\r\n\t"x": {\r\n\t\t"name": "X"\r\n\t}\r\n}\r\n',
      '{\r\n\t"x": {\r\n\t\t"name": "X"\r\n\t},\r\n\t"alice1": {\r\n\t\t"skype": "alice1",\r\n\t\t"teams": null\r\n\t},\r\n\t"bob.b": {\r\n\t\t"skype": "bob.b",\r\n\t\t"teams": null\r\n\t}\r\n}\r\n',
    ],
    [
      'in one line',
      '{"b":{"skype":"BOB.B"}}',
      '{"b":{"skype":"BOB.B", "teams": null}, "alice1": {"skype": "alice1", "teams": null}}',
    ],
    [
      'in lines of their own',
      '{\n  "b": {\n    "skype": "bob.b"\n  }\n}\n',
      '{\n  "b": {\n    "skype": "bob.b",\n    "teams": null\n  },\n  "alice1": {\n    "skype": "alice1",\n    "teams": null\n  }\n}\n',
    ],
    [
      'with a name twice, of which the last counts',
      '{"b": {"skype": "x"}, "b": {"skype": "bob.b"}, "a": {"skype": "alice1", "teams": "a@b.org"}}',
      '{"b": {"skype": "x"}, "b": {"skype": "bob.b", "teams": null}, "a": {"skype": "alice1", "teams": "a@b.org"}}',
    ],
    [
      'with numbers and null as they are written',
      '{ "z": null, "a": {"skype": "alice1", "teams": null}, "b": {"teams": null, "skype": "bob.b"} }',
      '{ "z": null, "a": {"skype": "alice1", "teams": null}, "b": {"teams": null, "skype": "bob.b"} }',
    ],
  ])('keeps what is there %s', async (_, before, after) => {
    expect(await init(before)).toBe(after);
  });

  test('keeps any address book byte for byte, and adds all who are missing', async () => {
    const entries = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.record(
        { name: fc.constantFrom('A', 'B'), skype: fc.constantFrom('alice1', 'bob.b') },
        { requiredKeys: [] },
      ),
      { maxKeys: 4 },
    );
    const indents = fc.constantFrom(undefined, 1, 4, '\t');
    await fc.assert(
      fc.asyncProperty(entries, indents, async (book, indent) => {
        const before = JSON.stringify(book, null, indent);
        const after = await init(before);
        const parsed = JSON.parse(after);
        for (const name of ['alice1', 'bob.b']) {
          const found: Array<{ skype?: string; teams?: null }> = Object.values(parsed);
          const isThere = found.some(
            ({ skype, teams }) => skype === name && teams === null,
          );
          expect(isThere).toBe(true);
        }
        // What is added taken out, the rest is what was there.
        let at = 0;
        for (const character of after) if (character === before[at]) at++;
        expect(at).toBe(before.length);
        expect(parsed).toMatchObject(book);
      }),
      { numRuns: 8 },
    );
  });

  test('says so when it cannot write', async () => {
    const folder = makeFolder({ 'page.md': page });
    const { status, stderr } = await run(
      folder,
      'migrate',
      '.',
      '--init-contacts',
      '-c',
      'a/c.json',
    );
    expect(stderr).toMatch(/^Cannot write address book: ENOENT.*\n$/);
    expect(status).toBe(2);
  });
});

describe('an address book that is wrong', () => {
  test.each([
    '{"a": {"skype": 5}}',
    '{"a": {"skype": {"x": 1}}}',
    '{"a": {"skype": "\\ud800"}}',
    '{"a": {"skype": "a", "teams": "no good"}}',
    '{"a": {"nope": "a"}}',
    '{"a": [1]}',
    '{"a b": {}}',
    '{"a": {"name": 1}}',
    '[]',
    '{',
  ])('is reported in one line, as in the configuration: %#', async (book) => {
    const folder = makeFolder({ 'page.md': page, 'c.json': book });
    const config = makeFolder({
      'page.md': page,
      '.contact-linksrc.json': `{"contacts": ${book}}`,
    });
    for (const more of [['check'], ['migrate', '--init-contacts']]) {
      const { status, stderr, stdout } = await run(
        folder,
        ...more,
        '.',
        '-c',
        'c.json',
      );
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^.*c\.json.*\n$/);
    }
    const { status, stderr, stdout } = await run(config, 'check', '.');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^.*\.contact-linksrc\.json.*\n$/);
  });

  test.each([
    `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    `{"a": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  ])('gets a message of one line, however deep it is: %#', async (book) => {
    const folder = makeFolder({ 'page.md': page, 'c.json': book });
    const { status, stderr } = await run(folder, 'check', '.', '-c', 'c.json');
    expect(stderr).toMatch(/^c\.json: .*\n$/);
    expect(status).toBe(2);
  });
});
