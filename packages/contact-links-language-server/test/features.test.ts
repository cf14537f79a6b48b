import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CodeAction,
  DocumentLinkRequest,
  HoverRequest,
  InlayHintRequest,
  type MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { applied, type Client, cursorIn, startHere } from './helpers/client.js';

const contacts = {
  alice: { name: 'Alice *Doe*', skype: 'echo123', teams: 'alice@contoso.com' },
  bob: { teams: 'bob@contoso.com' },
};
const uri = 'file:///none/page.md';
const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

let client: Client;
beforeEach(() => {
  client = startHere();
});
afterEach(() => client.stop());

function start(options: object = { contacts }) {
  return client.start({ initializationOptions: { options } });
}

describe('hover', () => {
  async function hover(marked: string): Promise<string | undefined> {
    const { position, text } = cursorIn(marked);
    await client.open(uri, text);
    const found = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position,
    });
    return (found?.contents as MarkupContent | undefined)?.value;
  }

  test('says where a link leads, whom it reaches, and that its service has closed', async () => {
    await start();
    expect(await hover('[[skype:call @al‸ice;x topic="Weekly"]]')).toBe(
      [
        '**Conference call with Alice \\*Doe\\* and x**',
        '`skype:echo123;x?call&topic=Weekly`',
        'Started an audio call.',
        '- Alice \\*Doe\\*: `echo123`',
        '- `topic`: Weekly\\\n  The name of a group call or chat.',
        'Skype closed on 5 May 2025\\, and Microsoft moved its users to Teams',
      ].join('\n\n'),
    );
  });

  test.each([
    [
      '[[tel:+1 201 555 0123|the ‸*desk*]]',
      '**the \\*desk\\***\n\n`tel:+12015550123`\n\nDials the number.',
    ],
    ['[[zoom:123 456 789‸0 pwd=abc]]', expect.stringContaining('- `pwd`: …')],
    [
      '[[zoom:https://zoom.us/j/1234567890‸]]',
      expect.stringContaining('zoom.us/j/1234567890`'),
    ],
    ['[[tel:wrong‸]]', undefined],
    ['no‸thing', undefined],
  ])('%s', async (marked, expected) => {
    await start();
    expect(await hover(marked)).toEqual(expected);
  });
});

describe('links and labels', () => {
  const text =
    'A [[tel:+1 201 555 0123]], [[tel:+1 201 555 0123|desk]], [[tel:x]]\n\n[[teams:@bob]]\n';

  test('links open what shorthands lead to', async () => {
    await start();
    await client.open(uri, text);
    const found = await client.connection.sendRequest(DocumentLinkRequest.type, {
      textDocument: { uri },
    });
    expect(found?.map(({ target }) => target)).toEqual([
      'tel:+12015550123',
      'tel:+12015550123',
      'https://teams.microsoft.com/l/chat/0/0?users=bob%40contoso.com',
    ]);
  });

  test('hints show labels that are not written, where they are asked for', async () => {
    await start();
    await client.open(uri, text);
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const found = await client.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri },
      range,
    });
    expect(found).toMatchObject([
      { label: '+1 201 555 0123', position: { line: 0, character: 23 } },
    ]);
  });

  test('there are none of a document that is not open, nor of JSON', async () => {
    await start();
    await client.open(
      'file:///none/x.json',
      '{"a": "[[tel:+1 201 555 0123]]"}',
      'json',
    );
    for (const textDocument of [{ uri }, { uri: 'file:///none/x.json' }]) {
      const { connection } = client;
      expect(
        await connection.sendRequest(DocumentLinkRequest.type, { textDocument }),
      ).toBeNull();
      expect(
        await connection.sendRequest(InlayHintRequest.type, {
          textDocument,
          range: all,
        }),
      ).toBeNull();
      expect(await client.actions(textDocument.uri, all)).toEqual([]);
      expect(
        await connection.sendRequest(HoverRequest.type, {
          textDocument,
          position: all.start,
        }),
      ).toBeNull();
    }
  });
});

describe('code actions', () => {
  function titles(found: ReadonlyArray<CodeAction>): Array<string> {
    return found.map(({ title }) => title);
  }

  test('make a plain link a shorthand', async () => {
    await start();
    const document = await client.open(
      uri,
      'Call [the desk](tel:+12015550123), <mailto:a@example.com>, [x](https://example.com).',
    );
    const found = await client.actions(uri, all, ['refactor']);
    expect(found.map(({ edit = {} }) => applied(document, edit))).toEqual([
      'Call [[tel:+12015550123|the desk]], <mailto:a@example.com>, [x](https://example.com).',
      'Call [the desk](tel:+12015550123), [[mailto:a@example.com]], [x](https://example.com).',
    ]);
  });

  test('replace a service that has closed, in the place that is reported', async () => {
    await start();
    const document = await client.open(uri, '[[skype:call @alice|her]], [[skype:x]]');
    const found = await client.actions(uri, all, ['quickfix']);
    expect(titles(found)).toEqual(['Replace it by Teams: `[[teams:call @alice]]`']);
    expect(found[0]?.diagnostics).toMatchObject([
      { code: 'retired-service', tags: [2] },
    ]);
    expect(applied(document, found[0]?.edit ?? {})).toBe(
      '[[teams:call @alice|her]], [[skype:x]]',
    );
  });

  test('replace plain links to a service that has closed', async () => {
    await start();
    const document = await client.open(uri, 'Call [Alice](skype:echo123?call) now.');
    const found = await client.actions(uri, all, ['quickfix']);
    expect(titles(found)).toEqual([
      'Write `https://teams.microsoft.com/l/call/0/0?users=alice%40contoso.com`',
    ]);
    expect(applied(document, found[0]?.edit ?? {})).toBe(
      'Call [Alice](https://teams.microsoft.com/l/call/0/0?users=alice%40contoso.com) now.',
    );
    const [told] = await client.diagnostics(uri);
    expect(told).toMatchObject({ code: 'retired-service', severity: 2, tags: [2] });
  });

  test('put plain links right', async () => {
    await start();
    const document = await client.open(
      uri,
      'Call [us](tel:+1%20201%20555%200123), mail [us](malito:a@example.com), [us](mailto: a@b.example).\n\n<!-- contact-links-disable-next-line -->\n[x](malito:a@example.com) and [[tel:x]]\n',
    );
    const fixes = await client.actions(uri, all, ['source.fixAll']);
    const found = await client.diagnostics(uri);
    expect(found.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['misspelled-scheme', 'not-a-link']),
    );
    expect(found.every(({ range }) => range.start.line === 0)).toBe(true);
    const fixed = applied(document, fixes[0]?.edit ?? {});
    expect(fixed).toContain('mail [us](mailto:a@example.com)');
    expect(fixed).toContain('[x](malito:a@example.com)');
  });

  test('replace what the site redirects', async () => {
    await start({
      contacts: { bob: { teams: 'bob@contoso.com', mailto: 'bob@example.com' } },
      redirect: { teams: 'mailto' },
    });
    await client.open(uri, '[[teams:@bob]]');
    const found = await client.actions(uri, all, ['refactor.rewrite']);
    expect(titles(found)).toContain('Replace it by e-mail: `[[mailto:@bob]]`');
  });

  test('fix all where it is sure what is meant', async () => {
    await start();
    const document = await client.open(
      uri,
      '[[skype:cal @alice]] [[tel:x]] \\[\\[skpye:call x]] [[mailto:a@example.com subjet=x]] [[teams:@alise]] [x](skype:echo123)',
    );
    const found = await client.actions(uri, all, ['source.fixAll']);
    expect(titles(found)).toEqual(['Fix all contact links']);
    expect(applied(document, found[0]?.edit ?? {})).toBe(
      '[[skype:call @alice]] [[tel:x]] [[skype:call x]] [[mailto:a@example.com subject=x]] [[teams:@alise]] [x](skype:echo123)',
    );
    await client.replace(uri, 'Nothing is wrong.');
    expect(await client.actions(uri, all, ['source.fixAll.contactLinks'])).toEqual([]);
  });

  describe('add people to the address book', () => {
    let folder: string;
    let page: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'contact-links-'));
      page = pathToFileURL(join(folder, 'page.md')).href;
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    async function open(text: string, capabilities?: object) {
      await client.start({
        folder: pathToFileURL(folder).href,
        ...(capabilities ? { capabilities } : {}),
      });
      return client.open(page, text);
    }

    /** The address book as an edit leaves it. */
    async function book(name: string, action: CodeAction | undefined): Promise<string> {
      const uri = pathToFileURL(join(folder, name)).href;
      const document = await client.open(
        uri,
        readFileSync(join(folder, name), 'utf8'),
        'json',
      );
      return applied(document, action?.edit ?? {});
    }

    test('by an address, which becomes their name', async () => {
      const text =
        '{\n\t"contacts": {\n\t\t"bob": {"teams": "bob@contoso.com"}\n\t}\n}\n';
      writeFileSync(join(folder, '.contact-linksrc.json'), text);
      const document = await open(
        '[[teams:alice@contoso.com;bob@contoso.com]] [[teams:bob@example.com]]',
      );
      const found = await client.actions(page, all, ['refactor']);
      expect(titles(found)).toEqual([
        'Add `alice@contoso.com` to the address book, and write `@alice`',
        'Write `@bob`, from the address book',
        'Add `bob@example.com` to the address book, and write `@bob-2`',
      ]);
      expect(applied(document, found[0]?.edit ?? {})).toContain(
        '[[teams:@alice;bob@contoso.com]]',
      );
      expect(await book('.contact-linksrc.json', found[0])).toBe(
        '{\n\t"contacts": {\n\t\t"bob": {"teams": "bob@contoso.com"},\n\t\t"alice": {\n\t\t\t"teams": "alice@contoso.com"\n\t\t}\n\t}\n}\n',
      );
    });

    test('by a name, with an address to fill in', async () => {
      writeFileSync(
        join(folder, 'package.json'),
        '{"contactLinksConfig": {"locale": "en"}}',
      );
      await open('[[teams:@dave]] [[telegram:@dave_x]] [[teams:@]]');
      const found = await client.actions(page, all, ['quickfix']);
      expect(titles(found)).toEqual(['Add `dave` to the address book']);
      expect(found[0]?.diagnostics).toMatchObject([{ code: 'unknown-contact' }]);
      expect(JSON.parse(await book('package.json', found[0]))).toEqual({
        contactLinksConfig: { locale: 'en', contacts: { dave: { teams: null } } },
      });
    });

    test('for a service whose addresses have an `@`, too', async () => {
      writeFileSync(
        join(folder, 'package.json'),
        '{"contactLinksConfig": {"contacts": {"dave": {"tel": "112"}}}}',
      );
      await open('[[telegram:@dave]] [[telegram:@durov]]');
      const found = await client.actions(page, all, ['quickfix']);
      expect(titles(found)).toEqual(['Add `dave` to the address book']);
      expect(found[0]?.diagnostics).toMatchObject([{ code: 'unknown-contact' }]);
    });

    test('in a file that there was not, where a client can make one', async () => {
      await open('[[teams:@dave]]');
      const [action] = await client.actions(page, all, ['quickfix']);
      expect(action?.edit?.documentChanges).toMatchObject([
        { kind: 'create', uri: expect.stringContaining('/.contact-linksrc.json') },
        {
          edits: [
            {
              newText:
                '{\n  "contacts": {\n    "dave": {\n      "teams": null\n    }\n  }\n}\n',
            },
          ],
        },
      ]);
    });

    test('not where a client cannot, nor in a file that is broken', async () => {
      await open('[[teams:@dave]]', {});
      expect(await client.actions(page, all, ['quickfix'])).toEqual([]);
      writeFileSync(join(folder, '.contact-linksrc.json'), '{');
      await client.replace(page, '[[teams:@dave]] now');
      await client.diagnostics(page);
      expect(await client.actions(page, all, ['quickfix'])).toEqual([]);
    });
  });
});
