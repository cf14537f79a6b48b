import { pathToFileURL } from 'node:url';
import { createNodeFiles } from 'contact-links-language-server/files';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, type Extension, start } from './activate.js';

let extension: Extension | undefined;

/** Start the extension on a machine with files. */
export function activate(context: ExtensionContext): Api {
  const server = {
    module: context.asAbsolutePath('dist/server/command.js'),
    transport: TransportKind.ipc,
  };
  extension = start(context, {
    createClient: async (options) =>
      new LanguageClient('contactLinks', 'Contact Links', server, options),
    files: createNodeFiles(pathToFileURL(context.asAbsolutePath('dist/server/'))),
  });
  return extension.api;
}

/** End the server. */
export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
