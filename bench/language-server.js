/**
 * Measure the language server over stdio: `npm run bench:language-server`.
 *
 * A client types into a megabyte of Markdown, as an editor does. Figures are medians of what
 * somebody waits for, and the memory of the server's process with its worker.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { prose } from './documents.js';
import { median } from './measure.js';

const command = fileURLToPath(
  new URL('../packages/contact-links-language-server/dist/command.js', import.meta.url),
);

/** A megabyte, and the longest page that is parsed. */
const large = 1_000_000;
const parsed = 200_000;
const rounds = 41;

const right =
  'Call [[tel:+1 201 555 0123|the *front* desk]], or [[mailto:a@example.com]].';
const wrong = 'Call [[tel:cal +1 201 555 0123]] about it.';

/** Pages as people write them, and pages with more links or mistakes than anybody writes. */
const pages = [
  { name: 'a link in each 20 kB', lines: [right], every: 20_000 },
  { name: 'a link in each 1 kB', lines: [right], every: 1_000 },
  { name: 'a mistake in each 10 kB', lines: [right, wrong], every: 10_000 },
];

const contacts = Object.fromEntries(
  Array.from({ length: 100 }, (_, index) => [
    `person-${index}`,
    { name: `Person ${index}`, mailto: `person-${index}@example.com` },
  ]),
);

let failed = false;

/**
 * @param {string} what
 * @param {number} figure
 * @param {number} most
 * @param {string} unit
 */
function report(what, figure, most, unit) {
  const isOver = figure > most;
  failed ||= isOver;
  console.log(
    `${what.padEnd(62)} ${figure.toFixed(1).padStart(7)} ${unit} of ${most}${isOver ? '  <-- over' : ''}`,
  );
}

/**
 * Write a page.
 *
 * @param {ReadonlyArray<string>} lines
 * @param {number} every
 * @param {number} size
 */
function write(lines, every, size) {
  // The line in the middle must not be part of a code block.
  const paragraphs = prose(100_000)
    .split(/\n{2,}/)
    .filter((each) => !/```|^\s{4}|^</m.test(each));
  const parts = [];
  let length = 0;
  let next = 0;
  for (let index = 0; length < size; index++) {
    const isLink = length >= next;
    const block = isLink
      ? lines[(next / every) % lines.length]
      : paragraphs[index % paragraphs.length];
    const part = `${block}\n\n`;
    if (isLink) next += every;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** @param {string} text */
async function start(text) {
  const child = spawn(process.execPath, [command, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = 'file:///none/page.md';
  let version = 1;
  let last = 0;
  /** @type {Array<() => void>} */
  let waiting = [];
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    last = params.version;
    for (const check of waiting) check();
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    initializationOptions: { options: { contacts } },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version, text },
  });

  /** Wait until the server has said what is wrong with the text as it is. */
  function shown() {
    return new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      const check = () => {
        if (last < version) return;
        waiting = waiting.filter((each) => each !== check);
        resolve();
      };
      waiting.push(check);
      check();
    });
  }

  /**
   * @param {number} line
   * @param {string} text
   * @param {number} [character]
   * @param {number} [removed]
   */
  function type(line, text, character = 0, removed = 0) {
    version++;
    return connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [
        {
          range: {
            start: { line, character },
            end: { line, character: character + removed },
          },
          text,
        },
      ],
    });
  }

  /** @param {string} method @param {number} line @param {number} character */
  function ask(method, line, character) {
    return connection.sendRequest(method, {
      textDocument: { uri },
      position: { line, character },
    });
  }

  /** Memory of the process, in megabytes. */
  function memory() {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1000;
  }

  async function stop() {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    connection.dispose();
  }

  await shown();
  return { ask, memory, shown, stop, type };
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** @param {number} time */
function sleep(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}

for (const { every, lines, name } of pages) {
  const text = write(lines, every, large);
  const allLines = text.split('\n');
  const middle = allLines.indexOf('', Math.floor(allLines.length / 2));
  const editor = await start(text);
  const keys = [];
  const completions = [];
  const hovers = [];
  await editor.type(middle, '[[mailto:@');
  for (let round = 0; round < rounds; round++) {
    const character = '[[mailto:@'.length + round;
    keys.push(
      await timed(async () => {
        await editor.type(middle, 'p', character);
        await editor.shown();
      }),
    );
    completions.push(
      await timed(() => editor.ask('textDocument/completion', middle, 11)),
    );
    hovers.push(await timed(() => editor.ask('textDocument/hover', 0, 10)));
  }
  console.log(`1 MB, ${name}`);
  report('  diagnostics after a keystroke', median(keys), 50, 'ms');
  report('  completion', median(completions), 10, 'ms');
  report('  hover', median(hovers), 10, 'ms');

  // The answer to the last key has to come soon even where somebody types fast.
  const begin = performance.now();
  for (let key = 0; key < 10; key++) {
    await sleep(Math.max(0, begin + key * 100 - performance.now()));
    await editor.type(middle, 'x', 0);
  }
  const behind = await timed(() => editor.shown());
  report('  behind after 10 keystrokes in a second', behind, 50, 'ms');
  report('  memory', editor.memory(), 150, 'MB');
  await editor.stop();
}

const page = write([right, wrong], 1_000, parsed);
const editor = await start(page.slice(0, parsed - 10));
let most = 0;
for (let second = 0; second < 4; second++) {
  await editor.type(0, 'x');
  for (let look = 0; look < 20; look++) {
    await sleep(100);
    most = Math.max(most, editor.memory());
  }
}
console.log('200 kB, which is parsed after each pause');
report('  memory with the worker', most, 150, 'MB');
await editor.stop();
process.exitCode = failed ? 1 : 0;
