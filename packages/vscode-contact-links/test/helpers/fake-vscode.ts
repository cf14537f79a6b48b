import { posix } from 'node:path';

type Listener = (event: never) => unknown;

/** An event of the editor, which tests fire. */
export class FakeEmitter {
  readonly #listeners = new Set<Listener>();
  readonly event = (listener: Listener) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(event: unknown): void {
    for (const listener of this.#listeners) listener(event as never);
  }
  get count(): number {
    return this.#listeners.size;
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

/** A URI, as far as the extension uses one. */
export class FakeUri {
  readonly #url: URL;
  constructor(url: string) {
    this.#url = new URL(url);
  }
  static parse(text: string): FakeUri {
    return new FakeUri(text);
  }
  static joinPath(uri: FakeUri, ...parts: Array<string>): FakeUri {
    const url = new URL(uri.#url);
    url.pathname = posix.join(url.pathname, ...parts).replace(/(?<=.)\/$/, '');
    return new FakeUri(url.href);
  }
  get scheme(): string {
    return this.#url.protocol.slice(0, -1);
  }
  get path(): string {
    return this.#url.pathname;
  }
  get fsPath(): string {
    return decodeURIComponent(this.#url.pathname);
  }
  toString(): string {
    return this.#url.href;
  }
}

/** A document that is open. */
export interface FakeDocument {
  uri: FakeUri;
  languageId: string;
  version: number;
  getText: () => string;
}

/** What the editor has at the moment: tests change it. */
export const state = {
  /** Files of folders that are not on a disk, by their URIs. */
  files: new Map<string, string>(),
  folders: [] as Array<{ uri: FakeUri }>,
  documents: [] as Array<FakeDocument>,
  settings: {} as Record<string, unknown>,
  isTrusted: false,
  /** Commands that were run. */
  run: [] as Array<ReadonlyArray<unknown>>,
  said: [] as Array<string>,
};

export const events = {
  changedDocument: new FakeEmitter(),
  openedDocument: new FakeEmitter(),
  closedDocument: new FakeEmitter(),
  changedConfiguration: new FakeEmitter(),
  changedFolders: new FakeEmitter(),
  grantedTrust: new FakeEmitter(),
  created: new FakeEmitter(),
  changed: new FakeEmitter(),
  deleted: new FakeEmitter(),
};

/** Commands that are registered, by name. */
export const registered = new Map<string, (...given: Array<unknown>) => unknown>();

/** Begin again. */
export function reset(): void {
  state.files.clear();
  state.folders = [];
  state.documents = [];
  state.settings = {};
  state.isTrusted = false;
  state.run = [];
  state.said = [];
  for (const event of Object.values(events)) event.dispose();
  registered.clear();
}

/** Open a document. */
export function open(uri: string, text: string, languageId = 'markdown'): FakeDocument {
  const document = {
    uri: new FakeUri(uri),
    languageId,
    version: 1,
    getText: () => text,
  };
  state.documents.push(document);
  events.openedDocument.fire(document);
  return document;
}

/** Change a document that is open. */
export function change(document: FakeDocument, text: string): void {
  document.version += 1;
  document.getText = () => text;
  events.changedDocument.fire({ document });
}

/** Close a document without saving it. */
export function close(document: FakeDocument): void {
  state.documents = state.documents.filter((each) => each !== document);
  events.closedDocument.fire(document);
}

function settings() {
  return {
    ...state.settings,
    get: (key: string, usual?: unknown) => state.settings[key] ?? usual,
  };
}

function entriesOf(folder: FakeUri): Array<[string, number]> {
  const start = `${folder}/`.replace(/\/\/$/, '/');
  return [...state.files.keys()]
    .filter((uri) => uri.startsWith(start) && !uri.slice(start.length).includes('/'))
    .map((uri) => [uri.slice(start.length), 1]);
}

function textOf(uri: FakeUri): string {
  const text = state.files.get(uri.toString());
  if (text === undefined) throw new Error(`There is no ${uri}`);
  return text;
}

/** The module `vscode`, as far as the extension uses it. */
export const fake = {
  EventEmitter: FakeEmitter,
  FileType: { File: 1 },
  Uri: FakeUri,
  RelativePattern: class {
    constructor(
      readonly base: unknown,
      readonly pattern: string,
    ) {}
  },
  Disposable: {
    from: (...all: Array<{ dispose: () => void }>) => ({
      dispose: () => {
        for (const each of all) each.dispose();
      },
    }),
  },
  commands: {
    executeCommand: (...given: Array<unknown>) => state.run.push(given),
    registerCommand: (name: string, work: () => unknown) => {
      registered.set(name, work);
      return { dispose: () => registered.delete(name) };
    },
  },
  window: {
    createOutputChannel: () => ({
      dispose: () => {},
      error: (error: unknown) => state.said.push(String(error)),
      show: () => state.said.push('shown'),
      warn: (message: string) => state.said.push(message),
    }),
  },
  workspace: {
    get isTrusted() {
      return state.isTrusted;
    },
    get textDocuments() {
      return state.documents;
    },
    get workspaceFolders() {
      return state.folders.length > 0 ? state.folders : undefined;
    },
    createFileSystemWatcher: () => ({
      dispose: () => {},
      onDidChange: events.changed.event,
      onDidCreate: events.created.event,
      onDidDelete: events.deleted.event,
    }),
    fs: {
      readDirectory: async (folder: FakeUri) => entriesOf(folder),
      readFile: async (uri: FakeUri) => new TextEncoder().encode(textOf(uri)),
      stat: async (uri: FakeUri) => ({ size: textOf(uri).length, type: 1 }),
    },
    getConfiguration: settings,
    getWorkspaceFolder: (uri: FakeUri) =>
      state.folders.find((folder) => uri.toString().startsWith(`${folder.uri}/`)),
    onDidChangeConfiguration: events.changedConfiguration.event,
    onDidChangeTextDocument: events.changedDocument.event,
    onDidCloseTextDocument: events.closedDocument.event,
    onDidChangeWorkspaceFolders: events.changedFolders.event,
    onDidGrantWorkspaceTrust: events.grantedTrust.event,
    onDidOpenTextDocument: events.openedDocument.event,
  },
};
