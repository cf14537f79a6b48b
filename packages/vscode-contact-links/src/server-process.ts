import type { BaseLanguageClient } from 'vscode-languageclient';
import type { VirtualFile, VirtualFiles } from './virtual-files.js';

/** Languages by the extension of a file, as far as the server tells them apart. */
const languages: Readonly<Record<string, string>> = {
  cjs: 'javascript',
  js: 'javascript',
  mjs: 'javascript',
  yaml: 'yaml',
  yml: 'yaml',
};

/** Keeps one server running, and sends it the files that it cannot read. */
export class ServerProcess {
  readonly #create: () => Promise<BaseLanguageClient>;
  readonly #files: VirtualFiles;
  #client: BaseLanguageClient | undefined;
  /** One after the other: a server that starts cannot be stopped. */
  #last: Promise<void> = Promise.resolve();
  readonly #open = new Set<string>();

  /**
   * @param create
   *   Creates a client of a new server, for the workspace as it is then.
   * @param files
   *   Files that the server gets.
   */
  constructor(create: () => Promise<BaseLanguageClient>, files: VirtualFiles) {
    this.#create = create;
    this.#files = files;
    files.onDidChange(({ file, uri }) => void this.#tell(uri, file));
  }

  /** Start the server; end the one that runs before. */
  restart(): Promise<void> {
    return this.#next(async () => {
      await this.#end();
      const client = await this.#create();
      await client.start();
      this.#client = client;
      for (const file of this.#files.all()) await this.#tell(file.uri, file);
    });
  }

  /** End the server. */
  stop(): Promise<void> {
    return this.#next(() => this.#end());
  }

  #next(work: () => Promise<void>): Promise<void> {
    // An earlier error has been reported.
    this.#last = this.#last.catch(() => undefined).then(work);
    return this.#last;
  }

  async #end(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#open.clear();
    await client?.dispose();
  }

  async #tell(uri: string, file: VirtualFile | undefined): Promise<void> {
    const client = this.#client;
    if (!client) return;
    if (!file) {
      if (!this.#open.delete(uri)) return;
      return client.sendNotification('textDocument/didClose', {
        textDocument: { uri },
      });
    }
    const { text, version } = file;
    if (this.#open.has(uri)) {
      return client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    }
    this.#open.add(uri);
    const languageId = languages[uri.slice(uri.lastIndexOf('.') + 1)] ?? 'json';
    return client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }
}
