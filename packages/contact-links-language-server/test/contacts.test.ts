import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DefinitionRequest,
  type Location,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applied, type Client, cursorIn, startHere } from './helpers/client.js';
import { filesIn } from './helpers/folder.js';

const configuration = {
  contacts: {
    alice: { name: 'Alice', skype: 'echo123', teams: 'alice@contoso.com' },
    bob: { teams: 'bob@contoso.com' },
  },
};

let folder: string;
const { uriOf, write } = filesIn(() => folder);
let client: Client;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'contact-links-'));
  mkdirSync(join(folder, 'docs/deep'), { recursive: true });
  write('.contact-linksrc.json', `${JSON.stringify(configuration, null, 2)}\n`);
  write('docs/one.md', 'Ask [[teams:call @alice;@bob]] or `[[skype:@alice]]`.\n');
  write('docs/deep/two.mdx', '[[skype:@alice|her]] and [[telegram:@durov]]\n');
  write('docs/none.md', 'Nobody, and @alice without a link.\n');
  write('ignored.md', '[[teams:@alice]]\n');
  write('.contact-linksignore', 'ignored.md\n');
  client = startHere();
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

/** What is at some places, as `path: line`. */
function shown(places: unknown): Array<string> {
  return (places as Array<Location>).map(({ range, uri }) => {
    const path = fileURLToPath(uri);
    const document = TextDocument.create(uri, '', 0, readFileSync(path, 'utf8'));
    return `${path.slice(folder.length + 1)}: ${document.getText(range)}`;
  });
}

/** Open a page with the cursor in it, and ask. */
async function ask(path: string, marked: string) {
  const { position, text } = cursorIn(marked);
  const uri = uriOf(path);
  await client.open(uri, text, path.endsWith('.json') ? 'json' : 'markdown');
  return { textDocument: { uri }, position };
}

/** All files as an edit leaves them. */
function after(edit: WorkspaceEdit): Record<string, string> {
  const uris = new Set([
    ...Object.keys(edit.changes ?? {}),
    ...(edit.documentChanges ?? []).flatMap((each) =>
      'textDocument' in each ? [each.textDocument.uri] : [],
    ),
  ]);
  return Object.fromEntries(
    [...uris].map((uri) => {
      const path = fileURLToPath(uri);
      const open = client.documents.get(uri);
      const document =
        open ?? TextDocument.create(uri, '', 0, readFileSync(path, 'utf8'));
      return [path.slice(folder.length + 1), applied(document, edit)];
    }),
  );
}

describe('a contact', () => {
  test('is found in the address book', async () => {
    await client.start({ folder: pathToFileURL(folder).href });
    const params = await ask('docs/one.md', 'Ask [[teams:call @al‸ice]].');
    const found = await client.connection.sendRequest(DefinitionRequest.type, params);
    expect(shown(found)).toEqual(['.contact-linksrc.json: alice']);
  });

  test.each(['[[telegram:@du‸rov]]', 'tex‸t', '[[tel:+1 201‸ 555 0123]]'])(
    'is not at %s',
    async (marked) => {
      await client.start({ folder: pathToFileURL(folder).href });
      const params = await ask('docs/one.md', marked);
      const { connection } = client;
      expect(await connection.sendRequest(DefinitionRequest.type, params)).toBeNull();
      expect(
        await connection.sendRequest(PrepareRenameRequest.type, params),
      ).toBeNull();
      expect(
        await connection.sendRequest(RenameRequest.type, { ...params, newName: 'x' }),
      ).toBeNull();
      const context = { includeDeclaration: true };
      expect(
        await connection.sendRequest(ReferencesRequest.type, { ...params, context }),
      ).toBeNull();
    },
  );

  test('is found in all pages that name it, from a page and from the address book', async () => {
    await client.start({ folder: pathToFileURL(folder).href });
    const text = readFileSync(join(folder, '.contact-linksrc.json'), 'utf8');
    const book = await ask(
      '.contact-linksrc.json',
      text.replace('"alice"', '"ali‸ce"'),
    );
    const pages = ['docs/deep/two.mdx: alice', 'docs/one.md: alice'];
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      ...book,
      context: { includeDeclaration: false },
    });
    expect(shown(found).sort()).toEqual(pages);
    const page = await ask(
      'docs/one.md',
      'Ask [[teams:call @al‸ice;@bob]] or `[[skype:@alice]]`.\n',
    );
    const all = await client.connection.sendRequest(ReferencesRequest.type, {
      ...page,
      context: { includeDeclaration: true },
    });
    expect(shown(all).sort()).toEqual(['.contact-linksrc.json: alice', ...pages]);
  });

  test('is renamed in the address book and in all pages', async () => {
    await client.start({ folder: pathToFileURL(folder).href });
    const params = await ask(
      'docs/one.md',
      'New [[teams:@alice‸]], [[telegram:@alice]] and [[teams:@bob]]\n',
    );
    expect(
      await client.connection.sendRequest(PrepareRenameRequest.type, params),
    ).toEqual({
      range: { start: { line: 0, character: 13 }, end: { line: 0, character: 18 } },
      placeholder: 'alice',
    });
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      ...params,
      newName: '@alice.doe',
    });
    expect(after(edit ?? {})).toEqual({
      '.contact-linksrc.json': expect.stringContaining('"alice.doe": {'),
      'docs/deep/two.mdx': '[[skype:@alice.doe|her]] and [[telegram:@durov]]\n',
      'docs/one.md':
        'New [[teams:@alice.doe]], [[telegram:@alice.doe]] and [[teams:@bob]]\n',
    });
  });

  test('is renamed for a client without versions, and in `package.json`', async () => {
    rmSync(join(folder, '.contact-linksrc.json'));
    write('package.json', JSON.stringify({ contactLinksConfig: configuration }));
    await client.start({ folder: pathToFileURL(folder).href, capabilities: {} });
    const params = await ask('docs/one.md', '[[teams:@bo‸b]]');
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      ...params,
      newName: 'rob',
    });
    expect(edit).not.toHaveProperty('documentChanges');
    expect(after(edit ?? {})).toEqual({
      'package.json': expect.stringContaining('"rob":{"teams":"bob@contoso.com"}'),
      'docs/one.md': '[[teams:@rob]]',
    });
  });

  test.each([
    ['bob', 'The address book has a `bob` already'],
    ['a b', '`a b` cannot be a name in the address book'],
  ])('is not renamed to %s', async (newName, reason) => {
    await client.start({ folder: pathToFileURL(folder).href });
    const params = await ask('docs/one.md', '[[teams:@al‸ice]]');
    await expect(
      client.connection.sendRequest(RenameRequest.type, { ...params, newName }),
    ).rejects.toThrow(reason);
    expect(
      await client.connection.sendRequest(RenameRequest.type, {
        ...params,
        newName: 'alice',
      }),
    ).toEqual({});
  });

  test('that is in no file cannot be renamed', async () => {
    await client.start({
      folder: pathToFileURL(folder).href,
      initializationOptions: {
        options: { contacts: { zoe: { teams: 'zoe@contoso.com' } } },
      },
    });
    rmSync(join(folder, '.contact-linksrc.json'));
    const params = await ask('docs/one.md', '[[teams:@z‸oe]]');
    await expect(
      client.connection.sendRequest(RenameRequest.type, { ...params, newName: 'x' }),
    ).rejects.toThrow('`zoe` is in no address book that can be changed');
    expect(
      await client.connection.sendRequest(PrepareRenameRequest.type, params),
    ).toBeNull();
  });

  test('is in an address book of its own', async () => {
    write('people.json', '{"zoe": {"teams": "zoe@contoso.com"}}');
    await client.start({
      folder: pathToFileURL(folder).href,
      initializationOptions: { contacts: 'people.json' },
    });
    const params = await ask('docs/one.md', '[[teams:@z‸oe]] [[teams:@alice]]');
    expect(await client.diagnostics(params.textDocument.uri)).toEqual([]);
    const found = await client.connection.sendRequest(DefinitionRequest.type, params);
    expect(shown(found)).toEqual(['people.json: zoe']);
    const book = await ask('people.json', '{"zo‸e": {"teams": "zoe@contoso.com"}}');
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      ...book,
      newName: 'zed',
    });
    expect(after(edit ?? {})).toEqual({
      'people.json': '{"zed": {"teams": "zoe@contoso.com"}}',
      'docs/one.md': '[[teams:@zed]] [[teams:@alice]]',
    });
  });
});
