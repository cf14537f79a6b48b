import { configurationNames } from 'contact-links/names';
import { bookUri } from 'contact-links-language-server/projects';
import {
  Disposable,
  EventEmitter,
  FileType,
  RelativePattern,
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

/** What configuration files are called, as a pattern. */
export const configurationPattern = `**/{${configurationNames.join(',')}}`;

/**
 * Reads the configuration of folders that are not on a disk, such as a repository on GitHub that
 * is open in a browser: no server can read these.
 */
export class VirtualFiles implements Disposable {
  readonly #files = new Map<string, VirtualFile>();
  readonly #changed = new EventEmitter<{
    uri: string;
    file: VirtualFile | undefined;
  }>();
  #watchers: Array<Disposable> = [];
  readonly #typing: Disposable;
  /** Called with each file that is new, that has changed, or that has gone. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#typing = workspace.onDidChangeTextDocument(({ document }) => {
      const uri = document.uri.toString();
      if (this.#files.has(uri)) this.#set(uri, document.getText());
    });
  }

  /** The files as they are now. */
  all(): Array<VirtualFile> {
    return [...this.#files.values()];
  }

  /** A file, if there is one. */
  get(uri: string): VirtualFile | undefined {
    return this.#files.get(uri);
  }

  /** Find the files of all folders, and watch these. */
  async read(): Promise<void> {
    this.#unwatch();
    const folders = (workspace.workspaceFolders ?? []).filter(
      ({ uri }) => uri.scheme !== 'file',
    );
    const found = folders.map(async (folder) => {
      const pattern = new RelativePattern(folder, configurationPattern);
      this.#watch(pattern);
      return workspace.findFiles(pattern, '**/node_modules/**');
    });
    const uris = (await Promise.all(found)).flat();
    const book = this.#book();
    if (book) uris.push(book);
    const known = new Set(uris.map(String));
    for (const uri of this.#files.keys()) {
      if (!known.has(uri)) this.#set(uri, undefined);
    }
    await Promise.all(uris.map((uri) => this.#load(uri)));
  }

  dispose(): void {
    this.#unwatch();
    this.#typing.dispose();
    this.#changed.dispose();
  }

  #book(): Uri | undefined {
    const [folder] = workspace.workspaceFolders ?? [];
    const contacts = workspace.getConfiguration(section).get<string | null>('contacts');
    const uri = bookUri(contacts, folder && `${folder.uri}/`);
    if (!uri || uri.startsWith('file:')) return undefined;
    const book = Uri.parse(uri);
    const isHere = workspace.getWorkspaceFolder(book) !== undefined;
    if (isHere && folder) this.#watch(new RelativePattern(folder, '**/*.json'));
    return isHere ? book : undefined;
  }

  #watch(pattern: RelativePattern): void {
    const watcher = workspace.createFileSystemWatcher(pattern);
    const load = (uri: Uri) => void this.#load(uri);
    this.#watchers.push(
      watcher,
      watcher.onDidCreate(load),
      watcher.onDidChange(load),
      watcher.onDidDelete((uri) => this.#set(uri.toString(), undefined)),
    );
  }

  #unwatch(): void {
    Disposable.from(...this.#watchers).dispose();
    this.#watchers = [];
  }

  async #load(uri: Uri): Promise<void> {
    const open = workspace.textDocuments.find(
      (each) => each.uri.toString() === uri.toString(),
    );
    this.#set(uri.toString(), open?.getText() ?? (await textOf(uri)));
  }

  #set(uri: string, text: string | undefined): void {
    const before = this.#files.get(uri);
    if (before?.text === text) return;
    if (text === undefined) this.#files.delete(uri);
    else this.#files.set(uri, { uri, text, version: (before?.version ?? 0) + 1 });
    this.#changed.fire({ uri, file: this.#files.get(uri) });
  }
}

/** The text of a file; nothing where it cannot be read. */
async function textOf(uri: Uri): Promise<string | undefined> {
  try {
    const { size, type } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0 || size > largest) return undefined;
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
