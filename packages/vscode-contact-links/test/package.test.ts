import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProtocolConnection } from 'vscode-languageserver-protocol/node';
import {
  Client,
  completed,
  cursorIn,
} from '../../contact-links-language-server/test/helpers/client.js';
import { filesIn } from '../../contact-links-language-server/test/helpers/folder.js';

const root = fileURLToPath(new URL('..', import.meta.url));

let folder: string;
let files: ReadonlyArray<string>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vscode-contact-links-'));
  const vsix = join(folder, 'contact-links.vsix');
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/package.js'), vsix],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const unzipped = unzipSync(readFileSync(vsix));
  files = Object.keys(unzipped);
  for (const [path, bytes] of Object.entries(unzipped)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(folder, 'extension', path), 'utf8');

describe('the package', () => {
  test('has what runs, and neither sources nor dependencies', () => {
    const chunk = /(?:chunk|unified-engine)-\w+\.js$/;
    const media = (path: string) => /^extension\/(?:media|dist\/pictures)\//.test(path);
    const others = files.filter((path) => !chunk.test(path) && !media(path));
    expect(others.sort()).toEqual([
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/changelog.md',
      'extension/dist/THIRD-PARTY-NOTICES.txt',
      'extension/dist/browser-server.js',
      'extension/dist/browser.js',
      'extension/dist/configuration.schema.json',
      'extension/dist/extension.js',
      'extension/dist/markdown.tmLanguage.json',
      'extension/dist/mdx.tmLanguage.json',
      'extension/dist/server/command.js',
      'extension/dist/server/load.js',
      'extension/dist/server/package.json',
      'extension/dist/server/parse-worker.js',
      'extension/package.json',
      'extension/readme.md',
    ]);
    expect(files.filter(media).length).toBeGreaterThan(5);
  });

  test('asks for nothing that is not in it', () => {
    const needs = (path: string) => {
      const found = read(path).matchAll(/\brequire\("([^"]+)"\)/g);
      return new Set([...found].map(([, name = '']) => name));
    };
    const ofNode = [...needs('dist/extension.js')].filter((name) => !isBuiltin(name));
    expect(ofNode).toEqual(['vscode']);
    expect([...needs('dist/browser.js')]).toEqual(['vscode']);
  });

  test('says whose work is in its bundles', () => {
    const notices = read('dist/THIRD-PARTY-NOTICES.txt');
    for (const name of ['vscode-languageclient', 'micromark', 'libphonenumber-js']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
    expect(notices).toContain('Permission is hereby granted');
  });

  test('shows the README with links that lead somewhere', () => {
    const links = read('readme.md').matchAll(/\]\(([^)\s]+)|^\[[^\]]+\]: (\S+)/gm);
    for (const [, inline, reference] of links) {
      expect(inline ?? reference).toMatch(/^(?:https:|#)/);
    }
  });
});

describe('the server in it', () => {
  const { uriOf, write } = filesIn(() => folder);
  let client: Client;
  beforeAll(async () => {
    write(
      '.contact-linksrc.mjs',
      "export default {contacts: {alice: {name: 'Alice Doe', teams: 'alice@contoso.com'}}}\n",
    );
    const command = join(folder, 'extension/dist/server/command.js');
    const child = spawn(process.execPath, [command, '--stdio'], {
      // Nothing of the repository is there to be found.
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    client = new Client(createProtocolConnection(child.stdout, child.stdin), true);
  });
  afterAll(() => client.stop());

  test('starts, and says what it is', async () => {
    const { serverInfo } = await client.start({
      folder: uriOf(''),
      initializationOptions: { trusted: true },
    });
    const { version } = JSON.parse(read('package.json'));
    expect(serverInfo).toEqual({ name: 'contact-links-language-server', version });
  });

  test('completes people of a configuration in JavaScript', async () => {
    const { position, text } = cursorIn('[[teams:chat @a‸]]');
    const document = await client.open(uriOf('page.md'), text);
    await expect
      .poll(async () => (await client.complete(document.uri, position)).items, {
        // A process of its own loads it.
        timeout: 20_000,
      })
      .toMatchObject([{ label: '@alice', detail: 'Alice Doe' }]);
    const [item] = (await client.complete(document.uri, position)).items;
    expect(item && completed(document, item)).toBe('[[teams:chat @alice]]');
  });

  test('parses pages in its worker', async () => {
    const document = await client.open(
      uriOf('nested.md'),
      '[see [[tel:+1 201 555 0123]]](https://example.com)',
    );
    await client.diagnostics(document.uri, ([first]) => first?.code === 'nested-link');
  });
});
