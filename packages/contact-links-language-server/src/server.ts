import { configurationNames } from 'contact-links/names';
import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from './features/completion.js';
import { hover } from './features/hover.js';
import { documentLinks, inlayHints } from './features/links.js';
import type { Host } from './host.js';
import { readServerOptions, type ServerOptions } from './options.js';
import { touches } from './page/ranges.js';
import { Session } from './session.js';
import { codeActions, fixAllKind } from './workspace/code-actions.js';
import { definition, references } from './workspace/find-contacts.js';
import { prepareRename, rename } from './workspace/rename.js';

/** The abilities of a client that change what the server sends. */
export interface Abilities {
  hasSnippets: boolean;
  /** Whether it takes edits with versions. */
  hasDocumentChanges: boolean;
  /** Whether it creates files. */
  hasCreate: boolean;
}

/**
 * Serve a client.
 *
 * @param connection
 *   The connection to the client, which does not listen yet.
 * @param host
 *   The place where the server runs.
 * @param version
 *   The version that the server reports. Default: none.
 */
export function serve(connection: Connection, host: Host, version?: string): void {
  const documents = new TextDocuments(TextDocument);
  const session = new Session(connection, host, documents);
  let abilities: Abilities = {
    hasSnippets: false,
    hasDocumentChanges: false,
    hasCreate: false,
  };
  let pullsConfiguration = false;
  let watchesFiles = false;
  let changesFolders = false;
  let refreshesHints = false;
  let isReady = false;
  let initial: ServerOptions = {};

  connection.onInitialize((params): InitializeResult => {
    abilities = abilitiesOf(params);
    const { workspace } = params.capabilities;
    pullsConfiguration = workspace?.configuration ?? false;
    watchesFiles = workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    session.folders = folderUris(foldersOf(params));
    refreshesHints = workspace?.inlayHint?.refreshSupport ?? false;
    changesFolders = workspace?.workspaceFolders ?? false;
    initial = read(params.initializationOptions);
    session.configure(initial);
    isReady = true;
    return {
      serverInfo: {
        name: 'contact-links-language-server',
        ...(version === undefined ? {} : { version }),
      },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: false,
        },
        completionProvider: {
          triggerCharacters: ['[', ':', '@', ' ', ';', '=', '"'],
        },
        hoverProvider: true,
        documentLinkProvider: {},
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        inlayHintProvider: true,
        codeActionProvider: {
          codeActionKinds: [
            CodeActionKind.QuickFix,
            CodeActionKind.RefactorRewrite,
            fixAllKind,
          ],
        },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
        },
      },
    };
  });

  connection.onInitialized(async () => {
    // Before this, the server may not send requests to the client.
    session.refreshesHints = refreshesHints;
    if (changesFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(folderUris(removed));
        const stay = session.folders.filter((each) => !gone.has(each));
        session.folders = [...stay, ...folderUris(added)];
        session.configure(session.options);
      });
    }
    if (pullsConfiguration) {
      await connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'contactLinks' })
        .catch(() => undefined);
      await pull();
    }
    if (watchesFiles) {
      await connection.client
        .register(DidChangeWatchedFilesNotification.type, {
          watchers: [
            { globPattern: `**/{${configurationNames.join(',')}}` },
            { globPattern: '**/*.json' },
          ],
        })
        .catch(() => session.watch());
    } else session.watch();
  });

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (pullsConfiguration) return pull();
    configure(settings?.contactLinks);
  });
  connection.onDidChangeWatchedFiles(() => session.refresh());
  connection.onShutdown(() => session.dispose());

  documents.onDidChangeContent(({ document }) => session.change(document));
  documents.onDidClose(({ document }) => session.close(document));

  connection.onCompletion(({ position, textDocument: { uri } }) => {
    const opened = ready(uri);
    if (!opened) return null;
    const { document, page, project } = opened;
    if (!page.isText(document.offsetAt(position))) return null;
    return complete(document, position, project.settings, session.indexOf(project), {
      hasSnippets: abilities.hasSnippets,
      suggest: initial.suggestCommand ?? undefined,
    });
  });

  connection.onHover(({ position, textDocument: { uri } }) => {
    const opened = ready(uri);
    if (!opened) return null;
    const { document, page, project } = opened;
    const offset = document.offsetAt(position);
    const found = page.page.shorthands.find(({ range }) => touches(range, offset));
    return (found && hover(found, document, project.settings)) ?? null;
  });

  connection.onDocumentLinks(({ textDocument: { uri } }) => {
    const opened = ready(uri);
    return opened ? documentLinks(opened.page.page, opened.document) : null;
  });

  connection.languages.inlayHint.on(({ range, textDocument: { uri } }) => {
    const opened = ready(uri);
    return opened ? inlayHints(opened.page.page, opened.document, range) : null;
  });

  connection.onCodeAction(async (params) => {
    const opened = ready(params.textDocument.uri);
    if (!opened) return null;
    await session.parsed(params.textDocument.uri);
    const now = session.opened(params.textDocument.uri);
    return now ? codeActions(now, params, session, abilities) : null;
  });

  connection.onDefinition((params) => {
    check();
    return definition(params, session);
  });
  connection.onReferences((params, token) => {
    check();
    return references(params, session, token);
  });
  connection.onPrepareRename((params) => {
    check();
    return prepareRename(params, session);
  });
  connection.onRenameRequest((params, token) => {
    check();
    return rename(params, session, token, abilities);
  });

  documents.listen(connection);

  /** Get an open page, once the server is initialized. */
  function ready(uri: string) {
    check();
    return session.opened(uri);
  }

  /** Write the URIs of folders with a slash at their ends, so that files resolve against them. */
  function folderUris(folders: ReadonlyArray<{ uri: string }>): Array<string> {
    return folders.map(({ uri }) => {
      const normal = host.normalUri(uri);
      return normal.endsWith('/') ? normal : `${normal}/`;
    });
  }

  function check(): void {
    if (isReady) return;
    throw new ResponseError(
      ErrorCodes.ServerNotInitialized,
      'The server has not been initialized',
    );
  }

  async function pull(): Promise<void> {
    const given = await connection.workspace
      .getConfiguration('contactLinks')
      .catch(() => undefined);
    configure(given);
  }

  /** Take settings, which a workspace can bring along: they cannot say that it is trusted. */
  function configure(given: unknown): void {
    const { trusted: _, ...options } = read(given);
    session.configure({ ...initial, ...options });
  }

  function read(given: unknown): ServerOptions {
    const { options, problems } = readServerOptions(given);
    for (const problem of problems) connection.console.error(problem);
    return options;
  }
}

function abilitiesOf({ capabilities }: InitializeParams): Abilities {
  const { textDocument, workspace } = capabilities;
  const edit = workspace?.workspaceEdit;
  return {
    hasSnippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    hasDocumentChanges: edit?.documentChanges ?? false,
    hasCreate: edit?.resourceOperations?.includes('create') ?? false,
  };
}

function foldersOf({
  rootUri,
  workspaceFolders,
}: InitializeParams): ReadonlyArray<{ uri: string }> {
  return workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : []);
}
