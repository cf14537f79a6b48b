import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  CompletionRequest,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  ErrorCodes,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  InlayHintRefreshRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
} from 'vscode-languageserver-protocol/node';
import { startHere, startProcess } from './helpers/client.js';

const uri = 'file:///none/page.md';
const position = { line: 0, character: 10 };

describe('a client that', () => {
  test('sends a request before `initialize` gets an error', async () => {
    const { child, client } = startProcess();
    const asked = client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position,
    });
    await expect(asked).rejects.toMatchObject({
      code: ErrorCodes.ServerNotInitialized,
    });
    await client.start();
    await client.open(uri, '[[tel:+1 201 555 0123]]');
    expect(
      await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position,
      }),
    ).toHaveProperty('contents');
    await client.stop();
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });

  test('asks about a document that is not open gets `null`', async () => {
    const client = startHere();
    await client.start();
    expect(
      await client.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri },
        position,
      }),
    ).toBeNull();
    await client.stop();
  });

  test('cancels, can go on', async () => {
    const client = startHere();
    await client.start({ initializationOptions: { options: { contacts: { a: {} } } } });
    await client.open(uri, '[[tel:@a]]');
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      ReferencesRequest.type,
      {
        textDocument: { uri },
        position: { line: 0, character: 7 },
        context: { includeDeclaration: true },
      },
      source.token,
    );
    source.cancel();
    await asked.catch(() => undefined);
    expect(await client.diagnostics(uri)).toHaveLength(1);
    await client.stop();
  });

  test('dies, leaves no server behind', async () => {
    const { child, client } = startProcess();
    await client.start();
    await client.open(uri, '[[tel:+1 201 555 0123]]');
    child.stdin.end();
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
    client.connection.dispose();
  });

  test('does not ask for hints again though it says so, is served all the same', async () => {
    const { client } = startProcess();
    let isInitialized = false;
    const early: Array<string> = [];
    client.connection.onRequest(InlayHintRefreshRequest.type, () => {
      if (!isInitialized) early.push('refresh');
      return new ResponseError<void>(ErrorCodes.MethodNotFound, 'Not yet');
    });
    await client.start({
      capabilities: { workspace: { inlayHint: { refreshSupport: true } } },
    });
    isInitialized = true;
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { contactLinks: { options: { nearMisses: 'ignore' } } },
    });
    await client.open(uri, '[[tel:x]]');
    expect(await client.diagnostics(uri)).toHaveLength(1);
    expect(early).toEqual([]);
    await client.stop();
  });

  test('sets an unknown key gets a message with the known ones', async () => {
    const client = startHere();
    const told: Array<string> = [];
    client.connection.onNotification('window/logMessage', ({ message }) => {
      told.push(message);
    });
    await client.start({
      initializationOptions: { contact: 'x.json', trusted: 'yes', options: null },
    });
    await client.open(uri, '');
    await client.diagnostics(uri);
    expect(told).toEqual([
      'Wrong setting `contactLinks.contact`: it does not exist; expected trusted, contacts, options, suggestCommand',
      'Wrong setting `contactLinks.trusted`: given "yes", expected a value of type boolean',
    ]);
    await client.stop();
  });

  test('opens another folder, has its configuration', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'contact-links-'));
    writeFileSync(
      join(folder, '.contact-linksrc.json'),
      '{"contacts": {"alice": {"tel": "+1 201 555 0123"}}}',
    );
    const client = startHere();
    let hints = 0;
    client.connection.onRequest(InlayHintRefreshRequest.type, () => {
      hints++;
    });
    await client.start({
      capabilities: {
        workspace: { workspaceFolders: true, inlayHint: { refreshSupport: true } },
      },
      folder: 'file:///none',
    });
    await client.open('untitled:Untitled-1', '[[tel:@alice]]');
    expect(await client.diagnostics('untitled:Untitled-1')).toHaveLength(1);
    await client.connection.sendNotification(
      DidChangeWorkspaceFoldersNotification.type,
      {
        event: {
          added: [{ name: 'x', uri: pathToFileURL(folder).href }],
          removed: [{ name: 'none', uri: 'file:///none' }],
        },
      },
    );
    await client.diagnostics('untitled:Untitled-1', ({ length }) => length === 0);
    expect(hints).toBeGreaterThan(0);
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  test('sends any request before `initialize` gets an error', async () => {
    const client = startHere();
    const textDocument = { uri };
    for (const asked of [
      client.connection.sendRequest(HoverRequest.type, { textDocument, position }),
      client.connection.sendRequest(DefinitionRequest.type, { textDocument, position }),
      client.connection.sendRequest(PrepareRenameRequest.type, {
        textDocument,
        position,
      }),
      client.connection.sendRequest(RenameRequest.type, {
        textDocument,
        position,
        newName: 'x',
      }),
      client.connection.sendRequest(ReferencesRequest.type, {
        textDocument,
        position,
        context: { includeDeclaration: true },
      }),
    ]) {
      await expect(asked).rejects.toMatchObject({
        code: ErrorCodes.ServerNotInitialized,
      });
    }
    await client.start();
    await client.stop();
  });

  test('says that it can be asked, and then cannot, is served all the same', async () => {
    const client = startHere();
    await client.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: 'file:///none/',
      capabilities: {
        workspace: {
          configuration: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    await client.open(uri, '[[tel:x]]');
    expect(await client.diagnostics(uri)).toHaveLength(1);
    await client.stop();
  });

  test('closes a page while it waits for code actions gets none', async () => {
    let finish: (page: undefined) => void = () => {};
    const client = startHere({
      parse: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
      dispose() {},
    });
    await client.start();
    await client.open(uri, '[[skype:cal x]]');
    await client.diagnostics(uri);
    const asked = client.actions(uri, { start: position, end: position });
    await client.close(uri);
    await client.diagnostics(uri, ({ length }) => length === 0);
    finish(undefined);
    expect(await asked).toEqual([]);
    await client.stop();
  });

  test('sends settings that are not an object gets a message', async () => {
    const client = startHere();
    const told: Array<string> = [];
    client.connection.onNotification('window/logMessage', ({ message }) => {
      told.push(message);
    });
    await client.start({ initializationOptions: ['x'] });
    await client.open(uri, '');
    await client.diagnostics(uri);
    expect(told).toEqual(['Wrong settings: expected an object']);
    await client.stop();
  });
});
