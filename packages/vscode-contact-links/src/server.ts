import { createNodeHost, serve } from 'contact-links-language-server';
import { createConnection } from 'vscode-languageserver/node';

/** The version of the extension, which the build puts in. */
declare const VERSION: string;

/** The server that the extension brings along. */
const connection = createConnection();
serve(connection, createNodeHost(new URL('./', import.meta.url)), VERSION);
connection.listen();
