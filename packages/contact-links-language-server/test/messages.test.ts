import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Diagnostic,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver-protocol/node';
import type { Options } from '../../../src/index.js';
import { fixtures } from '../../../test/helpers/fixtures.js';
import { messagesOf } from '../../../test/helpers/lint.js';
import { applied, type Client, startHere } from './helpers/client.js';

interface Said {
  ruleId: string | undefined;
  reason: string;
}

/** What the plugin says of a page. */
function saidOf(text: string, options: Options<string>): Array<Said> {
  return messagesOf(text, { ...options, retired: 'ignore' })
    .map(({ reason, ruleId }) => ({ ruleId, reason }))
    .sort((left, right) => (left.reason < right.reason ? -1 : 1));
}

/** What an editor shows of it. */
function shown(found: ReadonlyArray<Diagnostic>): Array<Said> {
  return found
    .filter(
      ({ code, message, source }) =>
        // The server says these of its own accord.
        source === 'remark-contact-links' &&
        code !== 'retired-service' &&
        !String(message).startsWith('This is text'),
    )
    .map(({ code, message }) => ({ ruleId: String(code), reason: String(message) }))
    .sort((left, right) => (left.reason < right.reason ? -1 : 1));
}

const all = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

describe('an editor shows what the plugin says, and each fix puts it right', () => {
  let client: Client;
  beforeAll(async () => {
    client = startHere();
    await client.start();
  });
  afterAll(() => client.stop());

  test.each(fixtures)('$name', async ({ input, name, options }) => {
    const uri = `file:///none/${name}.md`;
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { contactLinks: { options } },
    });
    const document = await client.open(uri, input);
    // Asking waits for the parser.
    await client.actions(uri, all);
    const found = await client.diagnostics(uri);
    const before = saidOf(input, options);
    expect(shown(found)).toEqual(before);

    for (const { code, message, range } of found) {
      const actions = await client.actions(uri, range, ['quickfix']);
      const mine = actions.filter(
        ({ diagnostics: [of] = [], title }) =>
          of?.code === code && of?.message === message && title.startsWith('Write'),
      );
      for (const { edit = {}, title } of mine) {
        const fixed = applied(document, edit);
        const wanted = title
          .slice('Write '.length)
          .replace(/^`+|`+$/g, '')
          .trim();
        if (!wanted.endsWith('…')) {
          expect(fixed.replace(/\s+/g, ' ')).toContain(wanted);
        }
        const after = saidOf(fixed, options);
        const count = (list: ReadonlyArray<Said>) =>
          list.filter(({ reason }) => reason === message).length;
        expect(after.length).toBeLessThanOrEqual(before.length);
        expect(count(after)).toBe(Math.max(0, count(before) - 1));
      }
    }
    await client.close(uri);
  });
});
