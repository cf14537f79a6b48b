import type { Files } from 'contact-links-language-server';
import { commands, type ExtensionContext, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { createClientOptions, schemes } from './client-options.js';
import type { MarkdownIt } from './preview/extend-markdown-it.js';
import { Preview } from './preview/preview.js';
import { ServerProcess } from './server-process.js';
import { section } from './settings.js';
import { VirtualFiles } from './virtual-files.js';

/** The parts that depend on where the extension runs. */
export interface Place {
  /** Creates a client of a server. */
  createClient: (options: LanguageClientOptions) => Promise<BaseLanguageClient>;
  /** Reads files for the preview. */
  files: Files;
}

/** The API that the Markdown extension of VS Code uses. */
export interface Api {
  extendMarkdownIt<Engine extends MarkdownIt>(md: Engine): Engine;
}

/** A running extension. */
export interface Extension {
  api: Api;
  stop: () => Promise<void>;
}

/**
 * Start the extension.
 *
 * @param context
 *   The extension, as VS Code gives it.
 * @param place
 *   The parts that depend on where it runs.
 * @returns
 *   Its API, and the function that stops it.
 */
export function start(context: ExtensionContext, place: Place): Extension {
  const output = window.createOutputChannel('Contact Links', { log: true });
  const virtual = new VirtualFiles();
  const server = new ServerProcess(
    () => place.createClient(createClientOptions(output)),
    virtual,
  );
  const preview = new Preview(withVirtual(place.files, virtual), (message) =>
    output.warn(message),
  );
  const restart = () => server.restart().catch((error) => output.error(error));
  const restartAndPreview = () => {
    preview.configure();
    return restart();
  };
  const watcher = workspace.createFileSystemWatcher('**/{.contact-linksrc*,*.json}');
  const refresh = () => preview.refresh();
  let known = schemes().join();

  context.subscriptions.push(
    output,
    virtual,
    preview,
    watcher,
    watcher.onDidChange(refresh),
    watcher.onDidCreate(refresh),
    watcher.onDidDelete(refresh),
    virtual.onDidChange(refresh),
    workspace.onDidChangeTextDocument(({ document }) => preview.changed(document)),
    workspace.onDidCloseTextDocument((document) => preview.changed(document)),
    workspace.onDidChangeConfiguration(({ affectsConfiguration }) => {
      if (!affectsConfiguration(section)) return;
      preview.configure();
      // The server has to know the other file.
      if (!affectsConfiguration(`${section}.contacts`)) return;
      void virtual.read();
      void restart();
    }),
    workspace.onDidChangeWorkspaceFolders(() => {
      preview.configure();
      void virtual.read();
      const now = schemes().join();
      if (now !== known) void restart();
      known = now;
    }),
    // Only now may the server run code of the folder.
    workspace.onDidGrantWorkspaceTrust(restartAndPreview),
    commands.registerCommand(`${section}.restart`, restartAndPreview),
    commands.registerCommand(`${section}.showOutput`, () => output.show()),
    commands.registerCommand(`${section}.fixAll`, () =>
      commands.executeCommand('editor.action.sourceAction', {
        apply: 'first',
        kind: 'source.fixAll.contactLinks',
      }),
    ),
  );
  void virtual.read();
  void restart();
  return {
    api: { extendMarkdownIt: (md) => preview.extend(md) },
    stop: () => server.stop(),
  };
}

/** Read files on the disk, and those of folders that are not on a disk. */
function withVirtual(files: Files, virtual: VirtualFiles): Files {
  return {
    ...files,
    read: (uri) => virtual.get(uri)?.text ?? files.read(uri),
    stamp: (uri) => {
      const file = virtual.get(uri);
      return file ? `virtual ${file.version}` : files.stamp(uri);
    },
  };
}
