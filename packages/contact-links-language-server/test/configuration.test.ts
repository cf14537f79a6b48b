import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ConfigurationRequest,
  DidChangeWatchedFilesNotification,
  RegistrationRequest,
} from 'vscode-languageserver-protocol/node';
import {
  type Client,
  type ClientOptions,
  parserInWorker,
  startHere,
} from './helpers/client.js';
import { filesIn } from './helpers/folder.js';

let folder: string;
const { uriOf, write } = filesIn(() => folder);
let client: Client;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contact-links-'));
  client = startHere(parserInWorker());
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

function start(options: ClientOptions = {}) {
  return client.start({ folder: pathToFileURL(folder).href, ...options });
}

/** What is wrong in a configuration: the text that is marked, and why. */
async function faultsOf(path: string, text: string) {
  const document = await client.open(uriOf(path), text, 'json');
  const found = await client.diagnostics(document.uri);
  return found.map(({ message, range }) => [document.getText(range), message]);
}

const page = '[[teams:@alice]]';
const right = JSON.stringify({ contacts: { alice: { teams: 'alice@contoso.com' } } });
const isRight = ({ length }: ReadonlyArray<unknown>) => length === 0;
const isWrong = ({ length }: ReadonlyArray<unknown>) => length === 1;

describe('a wrong option', () => {
  test('is marked where it is, and so is each other one', async () => {
    await start();
    expect(
      await faultsOf(
        '.contact-linksrc.json',
        '{\n  "contacts": {"alice": {"tell": "x", "skype": 3}},\n  "locale": "??",\n  "plugins": ["remark-math"]\n}',
      ),
    ).toEqual([
      ['"tell"', expect.stringContaining('did you mean `tel`')],
      ['"skype"', expect.stringContaining('given `3`')],
      ['"locale"', expect.stringContaining('a BCP 47 language tag')],
    ]);
  });

  test('about plain links is marked, too', async () => {
    await start();
    expect(
      await faultsOf(
        '.contact-linksrc.json',
        '{"$schema": "x", "rules": {"invalid-link": "maybe"}, "components": 1, "locale": 1}',
      ),
    ).toEqual([
      ['"components"', expect.stringContaining('a list of names')],
      ['"invalid-link"', expect.stringContaining('"maybe"')],
      ['"locale"', expect.stringContaining('`locale`')],
    ]);
  });

  test('is marked in `package.json` and in an address book', async () => {
    await start({ initializationOptions: { contacts: 'people.json' } });
    expect(
      await faultsOf('package.json', '{"contactLinksConfig": {"locales": "en"}}'),
    ).toEqual([['"locales"', expect.stringContaining('did you mean `locale`')]]);
    expect(
      await faultsOf('people.json', '{"al ice": {}, "bob": {"tel": "x"}}'),
    ).toEqual([
      ['"al ice"', expect.stringContaining('a name of letters')],
      ['"tel"', expect.stringContaining('an address of')],
    ]);
  });

  test.each([
    ['{"a" 1}', '1', 'Wrong JSON: a colon is expected'],
    ['{} // x', '// x', 'Wrong JSON: JSON has no comments'],
    ['[]', '[', 'Wrong JSON: an object is expected'],
    ['{"contactLinksConfig": 1}', '"contactLinksConfig"', 'it does not exist'],
  ])('%s', async (text, marked, reason) => {
    await start();
    const [first] = await faultsOf('.contact-linksrc.json', text);
    expect(first).toEqual([marked, expect.stringContaining(reason)]);
  });

  test('is not looked for in a `package.json` without options', async () => {
    await start();
    expect(await faultsOf('package.json', '{"name": "x"}')).toEqual([]);
  });

  test('that is nested too deeply is said to be', async () => {
    await start();
    const deep = `{"services": {"a": ${'{"actions":'.repeat(20_000)}1${'}'.repeat(20_000)}}}`;
    const [[, reason] = []] = await faultsOf('.contact-linksrc.json', deep);
    expect(reason).toMatch(/nested too deeply|Wrong/);
  });
});

describe('a configuration', () => {
  test('is read again when it changes, and stays what it was while it is broken', async () => {
    await start();
    const { uri } = await client.open(uriOf('page.md'), page);
    await client.diagnostics(uri, isWrong);
    write('.contact-linksrc.json', right);
    await client.diagnostics(uri, isRight);
    write('.contact-linksrc.json', right.slice(0, -3));
    await client.replace(uri, `${page} [[tel:x]]`);
    expect(await client.diagnostics(uri)).toHaveLength(1);
    rmSync(join(folder, '.contact-linksrc.json'));
    await client.diagnostics(uri, ({ length }) => length === 2);
  });

  test('counts as it is in the editor', async () => {
    write('.contact-linksrc.json', '{}');
    await start();
    const { uri } = await client.open(uriOf('page.md'), page);
    await client.diagnostics(uri, isWrong);
    const file = await client.open(uriOf('.contact-linksrc.json'), '{}', 'json');
    await client.replace(file.uri, right);
    await client.diagnostics(uri, isRight);
    await client.close(file.uri);
    await client.diagnostics(uri, isWrong);
  });

  test('is read again when a client that watches files says so', async () => {
    const watched: Array<unknown> = [];
    client.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      watched.push(...registrations.map(({ method }) => method));
    });
    await start({
      capabilities: {
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
      },
    });
    const { uri } = await client.open(uriOf('page.md'), page);
    await client.diagnostics(uri, isWrong);
    write('.contact-linksrc.json', right);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('.contact-linksrc.json'), type: 1 }],
    });
    await client.diagnostics(uri, isRight);
    expect(watched).toEqual(['workspace/didChangeWatchedFiles']);
  });

  test('comes from the settings of a client that is asked for them', async () => {
    client.connection.onRequest(RegistrationRequest.type, () => undefined);
    client.connection.onRequest(ConfigurationRequest.type, () => [
      // What a workspace says of itself does not count.
      { options: JSON.parse(right), trusted: true },
    ]);
    write('.contact-linksrc.mjs', 'throw new Error("was run")');
    const told: Array<string> = [];
    client.connection.onNotification('window/logMessage', ({ message }) => {
      told.push(message);
    });
    await start({ capabilities: { workspace: { configuration: true } } });
    const { uri } = await client.open(uriOf('page.md'), page);
    await client.diagnostics(uri, isRight);
    expect(told.join()).toContain('JavaScript runs in trusted folders only');
  });

  test('in YAML is loaded, and one in JavaScript where the folder is trusted', async () => {
    write(
      '.contact-linksrc.yml',
      'contacts:\n  alice:\n    teams: alice@contoso.com\n',
    );
    await start({ initializationOptions: { trusted: true } });
    const { uri } = await client.open(uriOf('page.md'), page);
    await client.diagnostics(uri, isRight);
    write('.contact-linksrc.cjs', `console.log('out'); module.exports = {}`);
    await client.diagnostics(uri, isWrong);
    write('.contact-linksrc.cjs', `module.exports = ${right}`);
    await client.diagnostics(uri, isRight);
  });

  test.each([
    [true, 0],
    [false, 1],
  ])(
    'names plugins, which run where the folder is trusted: %s',
    async (trusted, count) => {
      write(
        'plugin.js',
        `module.exports = function () {
        const data = this.data();
        // As a plugin for math: what it takes is not text.
        const tokenize = (effects, ok, nok) => (code) => {
          effects.enter('data');
          effects.consume(code);
          return function inside(next) {
            if (next === null || next < 0) return nok(next);
            effects.consume(next);
            if (next === 36) { effects.exit('data'); return ok; }
            return inside;
          };
        };
        (data.micromarkExtensions ??= []).push({
          text: { 36: { name: 'dollars', tokenize } },
        });
      };`,
      );
      write('.contact-linksrc.json', '{"plugins": ["./plugin.js"]}');
      await start({ initializationOptions: { trusted } });
      const { uri } = await client.open(uriOf('page.md'), 'a $[[tel:x]]$ b');
      await client.actions(uri, {
        start: { line: 0, character: 0 },
        end: { line: 0, character: 0 },
      });
      expect(await client.diagnostics(uri)).toHaveLength(count);
    },
  );

  test.each([
    ['.contact-linksrc.cjs', 'process.exit()', 'ended the process'],
    ['.contact-linksrc.mjs', 'throw new Error("broken")', 'broken'],
    ['.contact-linksrc.yml', '{', 'Cannot parse'],
  ])('%s that fails is reported: %s', async (name, text, reason) => {
    const told: Array<string> = [];
    const isTold = new Promise<void>((resolve) => {
      client.connection.onNotification('window/logMessage', ({ message }) => {
        told.push(message);
        resolve();
      });
    });
    write(name, text);
    await start({ initializationOptions: { trusted: true } });
    await client.open(uriOf('page.md'), page);
    await isTold;
    expect(told.join()).toContain(reason);
  });

  test('is that of the folder for a page without one', async () => {
    write('.contact-linksrc.json', right);
    await start();
    const { uri } = await client.open('untitled:Untitled-1', page);
    expect(await client.diagnostics(uri)).toEqual([]);
  });
});
