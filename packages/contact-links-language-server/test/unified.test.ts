import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  DocumentFormattingRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { makeFolder, root } from '../../../test/helpers/pages.js';
import { Client } from './helpers/client.js';

const script = fileURLToPath(new URL('helpers/unified-server.js', import.meta.url));

const page = [
  '🦜 [[skype:cal bob]] [[skpye:call bob]] [a [[tel:+12015550123]] b](u)',
  '',
  '* [[tel:+1 201 555 0123]] [[skype:bob]] [x](mail:a@b.example)',
  '',
].join('\n');

describe('remark-language-server with the plugin alone', () => {
  let client: Client;
  let child: ChildProcess;
  let folder = '';
  let uri = '';
  beforeAll(async () => {
    folder = makeFolder('unified-server');
    const plugins = [join(root, 'dist/index.js')];
    writeFileSync(join(folder, '.remarkrc.json'), JSON.stringify({ plugins }));
    uri = pathToFileURL(join(folder, 'page.md')).href;
    const server = spawn(process.execPath, [script, '--stdio']);
    child = server;
    client = new Client(
      createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      ),
      true,
    );
  });
  afterAll(() => {
    child.kill();
    rmSync(folder, { recursive: true });
  });

  test('has no completion, no hover and no links', async () => {
    const { capabilities } = await client.start({
      folder: pathToFileURL(folder).href,
    });
    expect(Object.keys(capabilities).sort()).toEqual([
      'codeActionProvider',
      'documentFormattingProvider',
      'textDocumentSync',
    ]);
  });

  test('shows messages with their pages, and fixes what is within a shorthand', async () => {
    await client.open(uri, page);
    const found = await client.diagnostics(uri);
    const fixes = await Promise.all(
      found.map(async (diagnostic) => {
        const actions = await client.connection.sendRequest(CodeActionRequest.type, {
          textDocument: { uri },
          range: diagnostic.range,
          context: { diagnostics: [diagnostic] },
        });
        return ((actions ?? []) as Array<CodeAction>).map(({ title }) => title);
      }),
    );
    expect(
      found.map(({ code, codeDescription, range: { end, start } }, index) => [
        `${start.line}:${start.character}-${end.line}:${end.character}`,
        codeDescription?.href.replace(/^.*#/, '') === code && code,
        ...(fixes[index] ?? []),
      ]),
    ).toEqual([
      [
        '0:3-0:20',
        'unknown-action',
        'Replace `[[skype:cal bob]]` with `[[skype:call bob]]`',
      ],
      [
        '0:21-0:39',
        'unknown-service',
        'Replace `[[skpye:call bob]]` with `[[skype:call bob]]`',
      ],
      ['0:43-0:63', 'nested-link'],
      ['2:26-2:39', 'retired-service'],
    ]);
  });

  test('keeps shorthands when it formats, and escapes those that are misspelled', async () => {
    const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri },
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(edits?.map(({ newText }) => newText)).toEqual([
      page.replace('[[skpye', '\\[\\[skpye'),
    ]);
  });
});
