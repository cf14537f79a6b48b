import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, type Extension, start } from './activate.js';

/** As browsers have it. */
declare const Worker: new (script: string, options: { name: string }) => Worker;

let extension: Extension | undefined;

/** Starts the extension in a browser, where there are no files. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, 'dist/browser-server.js').toString(
    true,
  );
  extension = start(context, {
    createClient: (options) =>
      new LanguageClient(
        'contactLinks',
        'Contact Links',
        options,
        new Worker(script, { name: 'contact-links' }),
      ),
    files: {
      normalUri: (uri) => uri,
      read: () => undefined,
      stamp: () => undefined,
      load: () => Promise.reject(new Error('Only JSON can be read here')),
    },
  });
  return extension.api;
}

/** Ends the server. */
export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
