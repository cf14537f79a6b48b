import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resolveSettings } from 'remark-contact-links/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type CodeAction,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  HoverRequest,
  RegistrationRequest,
  RenameRequest,
} from 'vscode-languageserver-protocol/node';
import { ContactIndex } from '../src/features/contact-index.js';
import { code } from '../src/features/words.js';
import { createNodeHost } from '../src/node/host.js';
import { type Client, startHere } from './helpers/client.js';
import { filesIn } from './helpers/folder.js';

const uri = 'file:///none/page.md';
const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

let folder: string;
const { uriOf, write } = filesIn(() => folder);
let client: Client;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contact-links-'));
  client = startHere();
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

/** Start in the folder, with a client that tells of changes of files. */
async function startWatching(
  initializationOptions: object = {},
): Promise<Array<string>> {
  client.connection.onRequest(RegistrationRequest.type, () => undefined);
  const told: Array<string> = [];
  client.connection.onNotification('window/logMessage', ({ message }) => {
    told.push(message);
  });
  await client.start({
    folder: pathToFileURL(folder).href,
    capabilities: {
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    initializationOptions,
  });
  return told;
}

function changed(path: string) {
  return client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf(path), type: 2 }],
  });
}

const right = '{"contacts": {"alice": {"teams": "alice@contoso.com"}}}';

describe('a configuration that is', () => {
  test.each([
    ['broken', right.slice(0, -2)],
    ['no object', '[]'],
    ['wrong', '{"locale": "??"}'],
    ['too deep', `{"attributes": ${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}}`],
  ])('%s leaves all as it was', async (_, text) => {
    write('.contact-linksrc.json', right);
    await startWatching();
    const page = uriOf('page.md');
    await client.open(page, '[[teams:@alice]]');
    expect(await client.diagnostics(page)).toEqual([]);
    write('.contact-linksrc.json', text);
    await changed('.contact-linksrc.json');
    await client.replace(page, '[[teams:@alice]] [[teams:@bob]]');
    const found = await client.diagnostics(page);
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('Unknown contact `@bob`'),
    ]);
  });

  test('wrong from the start is reported', async () => {
    write('.contact-linksrc.json', '{"locale": "??"}');
    const told = await startWatching({ options: { invalid: 'never' } });
    await client.open(uriOf('page.md'), '[[tel:x]]');
    expect(await client.diagnostics(uriOf('page.md'))).toHaveLength(1);
    await client.open(uri, '[[tel:x]]');
    expect(await client.diagnostics(uri)).toHaveLength(1);
    expect(told).toEqual([
      expect.stringMatching(/linksrc\.json: .*`invalid`|linksrc\.json: .*`locale`/),
      expect.stringContaining('.contact-linksrc.json'),
      expect.stringContaining('contactLinks.options'),
      expect.stringContaining('contactLinks.options'),
    ]);
  });

  test('a folder, or a `package.json` of something else, is none', async () => {
    write('package.json', '{"name": "contactLinksConfig-not"}');
    await startWatching({ contacts: 'missing.json' });
    await client.open(uriOf('page.md'), '[[tel:+1 201 555 0123]]');
    expect(await client.diagnostics(uriOf('page.md'))).toEqual([]);
  });

  test('an address book that is broken, or no place at all, is left out', async () => {
    write('people.json', '{');
    await startWatching({ contacts: 'people.json' });
    await client.open(uriOf('page.md'), '[[tel:@x]]');
    expect(await client.diagnostics(uriOf('page.md'))).toHaveLength(1);
    const [action] = await client.actions(uriOf('page.md'), all, ['quickfix']);
    expect(action).toBeUndefined();
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { contactLinks: { contacts: 'http://[' } },
    });
    await client.replace(uriOf('page.md'), '[[tel:@y]]');
    expect(await client.diagnostics(uriOf('page.md'))).toHaveLength(1);
  });
});

describe('somebody in the address book', () => {
  function titles(found: ReadonlyArray<CodeAction>): Array<string> {
    return found.map(({ title }) => title);
  }

  test('is added to the address book of its own, where there is one', async () => {
    write('people.json', '{"bob": {"teams": null}}');
    await startWatching({ contacts: 'people.json' });
    await client.open(uriOf('page.md'), '[[teams:@dave]] [[teams:@bob]]');
    const found = await client.actions(uriOf('page.md'), all, ['quickfix']);
    // Bob is there already, with an address to fill in.
    expect(titles(found)).toEqual(['Add `dave` to the address book']);
    expect(Object.keys(found[0]?.edit?.changes ?? {})).toEqual([uriOf('people.json')]);
  });

  test('is not added where there is no object to add to', async () => {
    write('.contact-linksrc.json', '{"contacts": []}');
    await startWatching();
    await client.open(uriOf('page.md'), '[[teams:@dave]]');
    expect(await client.actions(uriOf('page.md'), all, ['quickfix'])).toEqual([]);
  });

  test('is not renamed when the client no longer wants that', async () => {
    write('.contact-linksrc.json', right);
    for (let page = 0; page < 400; page++)
      write(`${page}.md`, '[[teams:@alice]]\n'.repeat(400));
    await startWatching();
    await client.open(uriOf('0.md'), '[[teams:@alice]]');
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      RenameRequest.type,
      {
        textDocument: { uri: uriOf('0.md') },
        position: { line: 0, character: 10 },
        newName: 'x',
      },
      source.token,
    );
    setTimeout(() => source.cancel(), 30);
    await expect(asked).rejects.toThrow('cancelled');
  });

  test('is found by a part of the key or of the name, as long as few begin so', () => {
    const contacts = {
      'ann-lee': { tel: '+12015550123' },
      lee: { name: 'Bruce', tel: '+12015550124' },
      ada: { name: 'Ada Lee', tel: '+12015550125' },
      zoe: { tel: '+12015550126' },
      none: { teams: 'none@example.com' },
    };
    const index = new ContactIndex(resolveSettings({ contacts }));
    const keys = (typed: string, most: number) => {
      const { found, isAll } = index.find('tel', typed, most);
      return [found.map(({ key }) => key), isAll];
    };
    expect(keys('lee', 9)).toEqual([['lee', 'ada', 'ann-lee'], true]);
    expect(keys('lee', 2)).toEqual([['lee', 'ada'], false]);
    expect(keys('@', 2)).toEqual([['ada', 'ann-lee'], false]);
    expect(keys('zz', 2)).toEqual([[], true]);
  });
});

test('code is shown as it is, with backticks in it', () => {
  expect(code('a `b`` c')).toBe('``` a `b`` c ```');
});

test('what is no file has no text', () => {
  const host = createNodeHost();
  for (const each of [
    'untitled:1',
    'file://%',
    pathToFileURL(tmpdir()).href,
    'file:///none',
  ]) {
    expect(host.read(each)).toBeUndefined();
    expect(host.stamp(each)).toBeUndefined();
  }
  expect([...host.pagesIn('untitled:1')]).toEqual([]);
  expect(host.normalUri('untitled:1')).toBe('untitled:1');
  host.parser.dispose();
});

test('fixes that meet are not made at once', async () => {
  await client.start();
  await client.open(uri, '[[mailto:a@b.example subjet=x|[[skype:cal x]]');
  const [action] = await client.actions(uri, all, ['source.fixAll']);
  for (const { edits = [] } of (action?.edit?.documentChanges ?? []) as Array<{
    edits?: Array<unknown>;
  }>) {
    expect(edits.length).toBe(1);
  }
});

test('a page that cannot be parsed is what the scanner sees', async () => {
  const failing = startHere({
    parse: () => Promise.reject(new Error('out of order')),
    dispose() {},
  });
  const told: Array<string> = [];
  failing.connection.onNotification('window/logMessage', ({ message }) => {
    told.push(message);
  });
  await failing.start();
  await failing.open(uri, '[[tel:x]]');
  await failing.actions(uri, all);
  expect(await failing.diagnostics(uri)).toHaveLength(1);
  expect(told).toEqual(['Error: out of order']);
  await failing.stop();

  // MDX with a mistake.
  await client.start();
  await client.open('file:///none/x.mdx', '<a {b [[tel:x]]', 'mdx');
  await client.actions('file:///none/x.mdx', all);
  expect(await client.diagnostics('file:///none/x.mdx')).toHaveLength(1);
});

test('a page that is too long is not parsed', async () => {
  await client.start();
  const long = `[x [[tel:+1 201 555 0123]]](y)\n\n${'Some words of prose.\n\n'.repeat(10_000)}`;
  await client.open(uri, long);
  await client.actions(uri, all);
  expect(await client.diagnostics(uri)).toEqual([]);
});

test('a hundred thousand people in a configuration file', async () => {
  const contacts = Object.fromEntries(
    Array.from({ length: 100_000 }, (_, index) => [
      `person-${index}`,
      { mailto: `person-${index}@example.com` },
    ]),
  );
  write('.contact-linksrc.json', JSON.stringify({ contacts }));
  await startWatching();
  await client.open(
    uriOf('page.md'),
    '[[mailto:@person-99999]] [[mailto:person-5@example.com]]',
  );
  expect(await client.diagnostics(uriOf('page.md'))).toEqual([]);
  const found = await client.actions(uriOf('page.md'), all, ['refactor.rewrite']);
  expect(found.map(({ title }) => title)).toContain(
    'Write `@person-5`, from the address book',
  );
  expect(
    await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: uriOf('page.md') },
      position: { line: 0, character: 12 },
    }),
  ).toMatchObject({
    contents: { value: expect.stringContaining('person-99999@example.com') },
  });
});
