#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { createConnection } from 'vscode-languageserver/node';
import { createNodeHost } from './node/host.js';
import { serve } from './server.js';

const help = `Usage: contact-links-language-server --stdio

Language server for contact links in Markdown. Editors start it.

Options:

      --stdio    talk to the editor through standard input and output
  -h, --help     print this
  -v, --version  print the version
`;

const file = new URL('../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(file, 'utf8'));
const [given] = process.argv.slice(2);

if (given === '--help' || given === '-h') process.stdout.write(help);
else if (given === '--version' || given === '-v') process.stdout.write(`${version}\n`);
else if (/^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(given ?? '')) {
  const connection = createConnection();
  serve(connection, createNodeHost(), version);
  connection.listen();
} else {
  process.stderr.write(help);
  process.exitCode = 2;
}
