/**
 * The server as the script of a worker in a browser: it serves whoever made the worker.
 *
 * @module
 */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { createBrowserHost } from './browser/host.js';
import { serve } from './server.js';

// In a worker, the global object is the channel to the page that made it.
const scope = globalThis as unknown as ConstructorParameters<
  typeof BrowserMessageReader
>[0];
const connection = createConnection(
  new BrowserMessageReader(scope),
  new BrowserMessageWriter(scope),
);
serve(connection, createBrowserHost());
connection.listen();
