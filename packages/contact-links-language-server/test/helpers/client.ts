import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PageParser } from '../../src/host.js';
import { createNodeHost } from '../../src/node/host.js';
import { createPageParser } from '../../src/parse/parse-page.js';
import { serve } from '../../src/server.js';

/** The server as it is published. */
export const command = fileURLToPath(new URL('../../dist/command.js', import.meta.url));

/** What most editors can do. */
const usual: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

/** How a client begins. */
export interface ClientOptions {
  /** URI of the folder of the workspace. Default: there is none. */
  folder?: string;
  capabilities?: ClientCapabilities;
  initializationOptions?: unknown;
}

/** A client of the server, as editors have one. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly documents = new Map<string, TextDocument>();
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  readonly #waiting = new Set<() => void>();
  readonly #isAlone: boolean;

  /**
   * @param isAlone
   *   Whether the server is in a process of its own, which it ends.
   */
  constructor(connection: ProtocolConnection, isAlone = false) {
    this.connection = connection;
    this.#isAlone = isAlone;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#published.set(params.uri, params);
      for (const check of this.#waiting) check();
    });
    connection.listen();
  }

  async start(options: ClientOptions = {}): Promise<InitializeResult> {
    const { capabilities = usual, folder, initializationOptions } = options;
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      // The server would look after this process, and keep it.
      processId: this.#isAlone ? process.pid : null,
      rootUri: folder ?? null,
      capabilities,
      workspaceFolders: folder === undefined ? null : [{ name: 'test', uri: folder }],
      initializationOptions,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  async open(
    uri: string,
    text: string,
    languageId = 'markdown',
  ): Promise<TextDocument> {
    const document = TextDocument.create(uri, languageId, 1, text);
    this.documents.set(uri, document);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return document;
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    });
  }

  /** Change a part of a document. */
  async change(uri: string, range: Range, text: string): Promise<TextDocument> {
    const before = this.#document(uri);
    const version = before.version + 1;
    const changes = [{ range, text }];
    const after = TextDocument.update(before, changes, version);
    this.documents.set(uri, after);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: changes,
    });
    return after;
  }

  /** Put another text in the place of all. */
  async replace(uri: string, text: string): Promise<TextDocument> {
    const document = this.#document(uri);
    const end = document.positionAt(document.getText().length);
    return this.change(uri, { start: { line: 0, character: 0 }, end }, text);
  }

  /** Wait for the diagnostics of the document as it is now that pass a check. */
  async diagnostics(
    uri: string,
    isRight: (found: ReadonlyArray<Diagnostic>) => boolean = () => true,
  ): Promise<Array<Diagnostic>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        const found = JSON.stringify(this.#published.get(uri)?.diagnostics, null, 1);
        reject(new Error(`No such diagnostics of ${uri}: ${found}`));
      }, 10_000);
      const check = () => {
        const found = this.#published.get(uri);
        const { version = found?.version } = this.documents.get(uri) ?? {};
        if (!found || found.version !== version || !isRight(found.diagnostics)) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(found.diagnostics);
      };
      this.#waiting.add(check);
      check();
    });
  }

  async complete(uri: string, position: Position): Promise<CompletionList> {
    return (await this.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    })) as CompletionList;
  }

  async actions(
    uri: string,
    range: Range,
    only?: Array<string>,
  ): Promise<Array<CodeAction>> {
    const found = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
    return (found ?? []) as Array<CodeAction>;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    if (this.#isAlone) await this.connection.sendNotification(ExitNotification.type);
    this.connection.dispose();
  }

  #document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`Expected ${uri} to be open`);
    return document;
  }
}

/** Where scripts are that run in workers and processes: these run what is published. */
const scripts = new URL('../../dist/node/', import.meta.url);

/**
 * Start the server in this process.
 *
 * @param parser
 *   Default: pages are parsed in this process, too.
 */
export function startHere(parser: PageParser = parserHere()): Client {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
  );
  serve(server, { ...createNodeHost(scripts), parser }, '1.2.3');
  server.listen();
  return new Client(createProtocolConnection(down, up));
}

/** A parser in a worker. */
export function parserInWorker(): PageParser {
  return createNodeHost(scripts).parser;
}

function parserHere(): PageParser {
  const parse = createPageParser();
  return { parse, dispose() {} };
}

/** Start the server as an editor does. */
export function startProcess() {
  const child = spawn(process.execPath, [command, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return {
    child,
    client: new Client(createProtocolConnection(child.stdout, child.stdin), true),
  };
}

/** The text of a document with the changes of an edit. */
export function applied(
  document: TextDocument,
  { changes, documentChanges = [] }: WorkspaceEdit,
): string {
  const edits: Array<TextEdit> = [...(changes?.[document.uri] ?? [])];
  for (const change of documentChanges) {
    if ('edits' in change && change.textDocument.uri === document.uri) {
      edits.push(...(change.edits as Array<TextEdit>));
    }
  }
  return TextDocument.applyEdits(document, edits);
}

/** The text with a completion put in. */
export function completed(document: TextDocument, item: CompletionItem): string {
  const edit = item.textEdit as TextEdit;
  const text = edit.newText.replace(/\$\{\d+:?([^}]*)\}|\$0/g, '$1');
  return TextDocument.applyEdits(document, [{ range: edit.range, newText: text }]);
}

/** Make a document of a text in which `‸` shows where the cursor is. */
export function cursorIn(marked: string): { text: string; position: Position } {
  const at = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  return { text, position: TextDocument.create('', '', 0, text).positionAt(at) };
}
