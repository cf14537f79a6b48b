import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createNodeFiles } from 'contact-links-language-server/files';
import MarkdownIt from 'markdown-it';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ExtensionContext } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { type Extension, start } from '../src/activate.js';
import type { MarkdownIt as Engine } from '../src/preview/extend-markdown-it.js';
import {
  change,
  close,
  events,
  FakeUri,
  open,
  registered,
  reset,
  state,
} from './helpers/fake-vscode.js';

vi.mock('vscode', async () => (await import('./helpers/fake-vscode.js')).fake);

/** A server that was started, with what it was told. */
interface Started {
  options: LanguageClientOptions;
  told: Array<[method: string, params: { textDocument: { uri: string } }]>;
  isRunning: boolean;
}

const reload = ['markdown.api.reloadPlugins'];
let folder: string;
let servers: Array<Started>;
let subscriptions: Array<{ dispose: () => void }>;
let extension: Extension;

/** Start the extension in an editor that is as `state` says. */
async function activate(): Promise<void> {
  extension = start({ subscriptions } as unknown as ExtensionContext, {
    files: createNodeFiles(),
    createClient: async (options) => {
      const server: Started = { options, told: [], isRunning: false };
      servers.push(server);
      return {
        start: async () => {
          server.isRunning = true;
        },
        dispose: async () => {
          server.isRunning = false;
        },
        sendNotification: async (...told: Started['told'][number]) => {
          server.told.push(told);
        },
      } as never;
    },
  });
  await expect.poll(() => servers[0]?.isRunning).toBe(true);
}

beforeEach(() => {
  reset();
  folder = mkdtempSync(join(tmpdir(), 'vscode-'));
  servers = [];
  subscriptions = [];
});
afterEach(async () => {
  for (const each of subscriptions) each.dispose();
  await extension.stop();
  rmSync(folder, { recursive: true, force: true });
});

const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
const write = (path: string, contacts: object) =>
  writeFileSync(join(folder, path), JSON.stringify({ contacts }));
const us = { us: { name: 'us all', tel: '+1 201 555 0100' } };

describe('the server', () => {
  test('gets the settings of the editor', async () => {
    state.folders = [{ uri: new FakeUri(uriOf('')) }];
    state.settings = { contacts: 'people.json', 'preview.enabled': true };
    await activate();
    const { documentSelector, initializationOptions, middleware } =
      servers[0]?.options ?? {};
    expect(initializationOptions).toEqual({
      contacts: 'people.json',
      options: undefined,
      suggestCommand: 'editor.action.triggerSuggest',
      trusted: false,
    });
    expect(documentSelector).toEqual(
      expect.arrayContaining([
        { language: 'markdown', scheme: 'file' },
        { language: 'mdx', scheme: 'untitled' },
        { pattern: '**/.contact-linksrc.json', scheme: 'file' },
        { pattern: join(folder, 'people.json'), scheme: 'file' },
      ]),
    );
    const answer = await middleware?.workspace?.configuration?.(
      { items: [{ section: 'contactLinks' }, { section: 'other' }] },
      {} as never,
      async () => [{ contacts: 'x', preview: { enabled: true } }, { a: 1 }],
    );
    expect(answer).toEqual([{ contacts: 'x', options: undefined }, { a: 1 }]);
  });

  test('runs what a folder brings along once the folder is trusted', async () => {
    await activate();
    state.isTrusted = true;
    events.grantedTrust.fire(undefined);
    await expect.poll(() => servers[1]?.isRunning).toBe(true);
    expect(servers.map(({ isRunning }) => isRunning)).toEqual([false, true]);
    expect(servers[1]?.options.initializationOptions).toMatchObject({ trusted: true });
  });

  test('starts again for another address book, and for folders of another kind', async () => {
    await activate();
    const affects = (...names: Array<string>) => ({
      affectsConfiguration: (name: string) => names.includes(name),
    });
    events.changedConfiguration.fire(affects());
    events.changedConfiguration.fire(affects('contactLinks'));
    state.folders = [{ uri: new FakeUri(uriOf('')) }];
    events.changedFolders.fire(undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(servers).toHaveLength(1);
    events.changedConfiguration.fire(affects('contactLinks', 'contactLinks.contacts'));
    await expect.poll(() => servers[1]?.isRunning).toBe(true);
    state.folders = [{ uri: new FakeUri('vscode-vfs://github/a/b') }];
    events.changedFolders.fire(undefined);
    await expect.poll(() => servers[2]?.isRunning).toBe(true);
    expect(servers[2]?.options.documentSelector).toContainEqual({
      language: 'markdown',
      scheme: 'vscode-vfs',
    });
  });

  test('is started again, and its output shown, by commands', async () => {
    await activate();
    await registered.get('contactLinks.restart')?.();
    expect(servers.map(({ isRunning }) => isRunning)).toEqual([false, true]);
    registered.get('contactLinks.showOutput')?.();
    expect(state.said).toEqual(['shown']);
    registered.get('contactLinks.fixAll')?.();
    expect(state.run).toContainEqual([
      'editor.action.sourceAction',
      { apply: 'first', kind: 'source.fixAll.contactLinks' },
    ]);
  });

  test('that cannot start is reported', async () => {
    await activate();
    vi.spyOn(servers, 'push').mockImplementation(() => {
      throw new Error('There is no server');
    });
    await registered.get('contactLinks.restart')?.();
    expect(state.said).toEqual(['Error: There is no server']);
  });
});

describe('in a folder that is not on a disk, the server is told of configuration', () => {
  const at = 'vscode-vfs://github/owner/site';
  const told = () =>
    servers
      .at(-1)
      ?.told.map(([method, { textDocument }]) => [
        method.replace('textDocument/', ''),
        textDocument.uri.replace(at, ''),
      ]);

  beforeEach(() => {
    state.folders = [{ uri: new FakeUri(at) }];
    state.files.set(`${at}/package.json`, '{"contactLinksConfig": {}}');
    state.files.set(`${at}/docs/.contact-linksrc.json`, '{}');
    state.files.set(`${at}/docs/.contact-linksrc.yaml`, '');
    state.files.set(`${at}/other/.contact-linksrc.json`, '{}');
    state.files.set(`${at}/people.json`, '{}');
  });

  test('of folders that lead to an open page, and of the address book', async () => {
    state.settings = { contacts: 'people.json' };
    open(`${at}/docs/deep/page.md`, '');
    await activate();
    await expect
      .poll(() => told()?.sort())
      .toEqual([
        ['didOpen', '/docs/.contact-linksrc.json'],
        ['didOpen', '/docs/.contact-linksrc.yaml'],
        ['didOpen', '/package.json'],
        ['didOpen', '/people.json'],
      ]);
    open(`${at}/other/page.md`, '');
    await expect.poll(told).toContainEqual(['didOpen', '/other/.contact-linksrc.json']);
  });

  test('as it is now', async () => {
    open(`${at}/docs/page.md`, '');
    await activate();
    await expect.poll(() => told()?.length).toBe(3);
    const uri = new FakeUri(`${at}/docs/.contact-linksrc.json`);
    state.files.set(uri.toString(), '{"nearMisses": "ignore"}');
    events.changed.fire(uri);
    await expect
      .poll(told)
      .toContainEqual(['didChange', '/docs/.contact-linksrc.json']);
    const before = told()?.length;
    events.changed.fire(uri);
    const document = open(uri.toString(), '{"nearMisses": "ignore"}', 'json');
    change(document, '{"nearMisses": "warn"}');
    await expect.poll(() => told()?.length).toBe((before ?? 0) + 1);
    close(document);
    await expect.poll(() => told()?.length).toBe((before ?? 0) + 2);
    events.deleted.fire(uri);
    await expect.poll(told).toContainEqual(['didClose', '/docs/.contact-linksrc.json']);
    state.files.set(`${at}/elsewhere/.contact-linksrc.json`, '{}');
    events.created.fire(new FakeUri(`${at}/elsewhere/.contact-linksrc.json`));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(JSON.stringify(told())).not.toContain('elsewhere');
  });

  test('again after it has started again', async () => {
    open(`${at}/docs/page.md`, '');
    await activate();
    await expect.poll(() => told()?.length).toBe(3);
    await registered.get('contactLinks.restart')?.();
    await expect.poll(() => told()?.length).toBe(3);
    expect(servers).toHaveLength(2);
    expect(told()?.map(([method]) => method)).toEqual(Array(3).fill('didOpen'));
  });

  test('and of no file that is too large', async () => {
    state.files.set(`${at}/docs/.contact-linksrc.json`, ' '.repeat(4_000_001));
    open(`${at}/docs/page.md`, '');
    await activate();
    await expect.poll(() => told()?.length).toBe(2);
  });

  test('and the preview has it', async () => {
    const contacts = { contacts: us };
    state.files.set(`${at}/docs/.contact-linksrc.json`, JSON.stringify(contacts));
    open(`${at}/docs/page.md`, '[[tel:call @us]]');
    await activate();
    await expect.poll(() => told()?.length).toBe(3);
    const md = extension.api.extendMarkdownIt(new MarkdownIt() as never) as MarkdownIt;
    expect(md.render('[[tel:call @us]]')).toContain('>Call us all</a>');
  });
});

describe('the preview', () => {
  const engine = () =>
    extension.api.extendMarkdownIt(
      new MarkdownIt() as unknown as Engine,
    ) as unknown as {
      render: (text: string) => string;
    };

  test('has the configuration of each page, in its newest form', async () => {
    state.folders = [{ uri: new FakeUri(uriOf('')) }];
    write('.contact-linksrc.json', us);
    open(uriOf('page.md'), '[[tel:call @us]]');
    await activate();
    expect(engine().render('[[tel:call @us]]')).toContain('>Call us all</a>');
    // A text that is on no page has the configuration of the folder.
    expect(engine().render('or [[tel:call @us]]')).toContain('>Call us all</a>');
    const document = open(uriOf('.contact-linksrc.json'), '{}', 'json');
    change(document, JSON.stringify({ contacts: { us: { tel: '+1 201 555 0199' } } }));
    await expect.poll(() => state.run).toContainEqual(reload);
    expect(engine().render('[[tel:call @us]]')).toContain('tel:+12015550199');
    close(document);
    await expect
      .poll(() => engine().render('[[tel:call @us]]'))
      .toContain('tel:+12015550100');
  });

  test('has the options and the address book of the settings', async () => {
    state.folders = [{ uri: new FakeUri(uriOf('')) }];
    writeFileSync(join(folder, 'people.json'), JSON.stringify(us));
    state.settings = {
      contacts: 'people.json',
      options: { labels: { tel: { call: 'Ring {targets}' } } },
    };
    await activate();
    expect(engine().render('[[tel:call @us]]')).toContain('>Ring us all</a>');
    const book = open(uriOf('people.json'), JSON.stringify(us), 'json');
    change(book, JSON.stringify({ us: { ...us.us, name: 'everybody' } }));
    await expect.poll(() => state.run).toContainEqual(reload);
    expect(engine().render('[[tel:call @us]]')).toContain('>Ring everybody</a>');
  });

  test('is as it was where a setting says so', async () => {
    state.settings = { 'preview.enabled': false };
    await activate();
    expect(engine().render('[[tel:1]]')).toBe('<p>[[tel:1]]</p>\n');
    events.changedConfiguration.fire({
      affectsConfiguration: (name: string) => name === 'contactLinks',
    });
    await expect.poll(() => state.run).toEqual([reload]);
  });

  test('is not made again by what it does not show', async () => {
    state.folders = [{ uri: new FakeUri(uriOf('')) }];
    await activate();
    events.changed.fire(new FakeUri(uriOf('x.json')));
    engine();
    change(open(uriOf('x.json'), '{}', 'json'), '{"a": 1}');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(state.run).toEqual([]);
  });

  test('runs no JavaScript of a folder before it is trusted', async () => {
    state.folders = [{ uri: new FakeUri(uriOf('')) }];
    writeFileSync(
      join(folder, '.contact-linksrc.mjs'),
      `export default ${JSON.stringify({ contacts: us })}`,
    );
    open(uriOf('page.md'), '[[tel:call @us]]');
    await activate();
    expect(engine().render('[[tel:call @us]]')).not.toContain('href');
    expect(state.said.join()).toContain('JavaScript runs in trusted folders only');
    state.isTrusted = true;
    events.grantedTrust.fire(undefined);
    engine().render('[[tel:call @us]]');
    await expect
      .poll(() => engine().render('[[tel:call @us]]'), { timeout: 20_000 })
      .toContain('>Call us all</a>');
  });

  test('says what is wrong with a configuration', async () => {
    state.folders = [{ uri: new FakeUri(uriOf('')) }];
    writeFileSync(join(folder, '.contact-linksrc.json'), '{"contact": {}}');
    open(uriOf('page.md'), '[[tel:1]]');
    await activate();
    engine().render('[[tel:1]]');
    expect(state.said.join()).toMatch(/\.contact-linksrc\.json: .*`contact`/);
  });
});
