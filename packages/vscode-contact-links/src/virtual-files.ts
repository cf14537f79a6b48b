import { configurationNames } from 'contact-links/names';
import { bookUri } from 'contact-links-language-server/projects';
import {
  Disposable,
  EventEmitter,
  FileType,
  RelativePattern,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { section } from './settings.js';

/** A file of a folder that is not on a disk. */
export interface VirtualFile {
  uri: string;
  text: string;
  version: number;
}

/** The largest file that is read, in bytes. */
const largest = 4_000_000;

/** Pattern of the names of configuration files. */
const configurationPattern = `**/{${configurationNames.join(',')}}`;

/**
 * Reads the configuration of folders that are not on a disk, such as a repository on GitHub that
 * is open in a browser, which the server cannot read. It only reads folders above an open page.
 */
export class VirtualFiles implements Disposable {
  readonly #files = new Map<string, VirtualFile>();
  readonly #folders = new Set<string>();
  readonly #changed = new EventEmitter<{
    uri: string;
    file: VirtualFile | undefined;
  }>();
  readonly #listening: Disposable;
  #watchers: Array<Disposable> = [];
  /** Called with each file that is new, that has changed, or that has gone. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#listening = Disposable.from(
      workspace.onDidOpenTextDocument((document) => void this.#readAround(document)),
      // Changes that were not saved are gone.
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#files.has(uri.toString())) void this.#load(uri);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        const uri = document.uri.toString();
        if (this.#files.has(uri)) this.#set(uri, document.getText());
      }),
    );
  }

  /** Get the files as they are now. */
  all(): Array<VirtualFile> {
    return [...this.#files.values()];
  }

  /** Get a file, if there is one. */
  get(uri: string): VirtualFile | undefined {
    return this.#files.get(uri);
  }

  /** Read the files for all open pages again, and watch them. */
  async read(): Promise<void> {
    Disposable.from(...this.#watchers).dispose();
    this.#watchers = [];
    this.#folders.clear();
    const before = [...this.#files.keys()];
    const found = new Set<string>();
    for (const folder of workspace.workspaceFolders ?? []) {
      if (folder.uri.scheme !== 'file') {
        this.#watch(new RelativePattern(folder, configurationPattern));
      }
    }
    const book = this.#book();
    if (book) found.add(await this.#load(book));
    for (const document of workspace.textDocuments) {
      for (const uri of await this.#readAround(document)) found.add(uri);
    }
    for (const uri of before) if (!found.has(uri)) this.#set(uri, undefined);
  }

  dispose(): void {
    Disposable.from(this.#listening, this.#changed, ...this.#watchers).dispose();
  }

  /** Read the files of the folders above a document that have not been read yet. */
  async #readAround({ uri }: TextDocument): Promise<Array<string>> {
    const root = workspace.getWorkspaceFolder(uri)?.uri;
    if (!root || root.scheme === 'file') return [];
    const found: Array<string> = [];
    for (let at = uri; at.path !== root.path; ) {
      at = Uri.joinPath(at, '..');
      if (this.#folders.has(at.toString())) continue;
      this.#folders.add(at.toString());
      for (const [name] of await entriesOf(at)) {
        if (!configurationNames.includes(name)) continue;
        found.push(await this.#load(Uri.joinPath(at, name)));
      }
    }
    return found;
  }

  #book(): Uri | undefined {
    const [folder] = workspace.workspaceFolders ?? [];
    const contacts = workspace.getConfiguration(section).get<string | null>('contacts');
    const uri = bookUri(contacts, folder && `${folder.uri}/`);
    if (!folder || !uri || uri.startsWith('file:')) return undefined;
    const book = Uri.parse(uri);
    // Another place might be asked over a network.
    if (!workspace.getWorkspaceFolder(book)) return undefined;
    this.#watch(new RelativePattern(folder, '**/*.json'));
    return book;
  }

  #watch(pattern: RelativePattern): void {
    const watcher = workspace.createFileSystemWatcher(pattern);
    // A file in a folder that was not read yet is read with the folder.
    const load = (uri: Uri) => {
      const isRead = this.#folders.has(Uri.joinPath(uri, '..').toString());
      if (isRead || this.#files.has(uri.toString())) void this.#load(uri);
    };
    this.#watchers.push(
      watcher,
      watcher.onDidCreate(load),
      watcher.onDidChange(load),
      watcher.onDidDelete((uri) => this.#set(uri.toString(), undefined)),
    );
  }

  /** Read a file as it is now; gives its URI. */
  async #load(uri: Uri): Promise<string> {
    const key = uri.toString();
    const open = workspace.textDocuments.find((each) => each.uri.toString() === key);
    this.#set(key, open?.getText() ?? (await textOf(uri)));
    return key;
  }

  #set(uri: string, text: string | undefined): void {
    const before = this.#files.get(uri);
    if (before?.text === text) return;
    if (text === undefined) this.#files.delete(uri);
    else this.#files.set(uri, { uri, text, version: (before?.version ?? 0) + 1 });
    this.#changed.fire({ uri, file: this.#files.get(uri) });
  }
}

/** List what is in a folder; nothing where it cannot be read. */
async function entriesOf(folder: Uri): Promise<Array<[string, FileType]>> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** Read the text of a file; nothing where it cannot be read. */
async function textOf(uri: Uri): Promise<string | undefined> {
  try {
    const { size, type } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0 || size > largest) return undefined;
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
