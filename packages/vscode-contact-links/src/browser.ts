import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, type Extension, start } from './activate.js';

/** As browsers have them. */
declare const Worker: new (script: string, options: { name: string }) => Worker;
declare const Blob: new (parts: ReadonlyArray<Uint8Array>, options: object) => object;
declare const URL: { createObjectURL(blob: object): string };

let extension: Extension | undefined;

/** Starts the extension in a browser, where there are no files. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, 'dist/browser-server.js');
  extension = start(context, {
    async createClient(options) {
      const worker = new Worker(await urlOf(script), { name: 'contact-links' });
      return new LanguageClient('contactLinks', 'Contact Links', worker, options);
    },
    files: {
      normalUri: (uri) => uri,
      read: () => undefined,
      stamp: () => undefined,
      load: () => Promise.reject(new Error('Only JSON can be read here')),
    },
  });
  return extension.api;
}

/** Where a worker finds its script: it cannot ask the other machine of a remote window for it. */
async function urlOf(script: Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const text = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/** Ends the server. */
export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
