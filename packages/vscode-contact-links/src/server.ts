import { createNodeHost, serve } from 'contact-links-language-server';
import { createConnection } from 'vscode-languageserver/node';

/** The version of the extension; the build sets it. */
declare const VERSION: string;

// The server that comes with the extension.
const connection = createConnection();
serve(connection, createNodeHost(new URL('./', import.meta.url)), VERSION);
connection.listen();
