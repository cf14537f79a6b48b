import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  applied,
  type Client,
  command,
  cursorIn,
  startProcess,
} from './helpers/client.js';

const contacts = {
  alice: { name: 'Alice Doe', skype: 'echo123', teams: 'alice@contoso.com' },
};

describe('over stdio', () => {
  let client: Client;
  const uri = 'file:///none/page.md';
  beforeAll(async () => {
    ({ client } = startProcess());
    await client.start({ initializationOptions: { options: { contacts } } });
    await client.open(uri, '');
  });
  afterAll(() => client.stop());

  test('a mistake is reported where it is, and its fix puts it right', async () => {
    const document = await client.replace(uri, 'Call 🦜 [[skype:cal @alice|her]].');
    const [found] = await client.diagnostics(uri, ({ length }) => length === 1);
    expect(found).toMatchObject({
      code: 'unknown-action',
      range: { start: { character: 16 }, end: { character: 19 } },
      severity: 2,
    });
    const [action] = await client.actions(uri, found?.range as never);
    expect(applied(document, action?.edit ?? {})).toBe(
      'Call 🦜 [[skype:call @alice|her]].',
    );
  });

  test('people are completed with name and address', async () => {
    const { position, text } = cursorIn('[[teams:chat @a‸]]');
    await client.replace(uri, text);
    const { items } = await client.complete(uri, position);
    expect(items).toMatchObject([
      { label: '@alice', detail: 'Alice Doe', textEdit: { newText: '@alice$0' } },
    ]);
  });
});

describe('the command', () => {
  const run = (...argv: Array<string>) =>
    spawnSync(process.execPath, [command, ...argv], { encoding: 'utf8' });

  test('says what it is', () => {
    expect(run('--version')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    const usage = expect.stringContaining('contact-links-language-server --stdio');
    expect(run('--help')).toMatchObject({ status: 0, stdout: usage });
    expect(run('-h').stdout).toEqual(run('--help').stdout);
  });

  test('without a way to talk, it says how it is used', () => {
    const usage = expect.stringContaining('contact-links-language-server --stdio');
    expect(run()).toMatchObject({ status: 2, stderr: usage, stdout: '' });
  });
});
