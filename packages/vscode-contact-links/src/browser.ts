import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, type Extension, start } from './activate.js';

// The parts of a browser that are used here.
declare const Worker: new (script: string, options: { name: string }) => Worker;
declare const Blob: new (parts: ReadonlyArray<Uint8Array>, options: object) => object;
declare const URL: { createObjectURL(blob: object): string };

let extension: Extension | undefined;

/** Start the extension in a browser, where there are no files. */
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

/** Get the URL of a worker's script, which a worker cannot load from a remote machine. */
async function urlOf(script: Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const text = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/** End the server. */
export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
