import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applied, type Client, startHere } from './helpers/client.js';

const pieces = [
  '[[',
  ']]',
  'tel:',
  'skype:cal ',
  '@alice',
  '|',
  '\n',
  '\n\n',
  '`',
  '```\n',
  '<!--',
  '-->',
  '\\',
  '🦜',
  '\r\n',
  ' ',
  '> ',
  '- ',
  '"',
  '=',
  'skpye:call x',
  '\uD800',
];

const edits = fc.array(
  fc.record({
    from: fc.nat(200),
    length: fc.nat(6),
    text: fc
      .array(fc.constantFrom(...pieces), { maxLength: 4 })
      .map((all) => all.join('')),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('random edits', () => {
  let client: Client;
  const uri = 'file:///none/page.md';
  const fresh = 'file:///none/fresh.md';
  beforeAll(async () => {
    client = startHere();
    await client.start();
  });
  afterAll(() => client.stop());

  test('leave the server with the text of the client, and with what is wrong in it', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (all) => {
        let document = await client.open(uri, 'Call [[skype:cal echo123]].\n');
        for (const { from, length, text } of all) {
          const size = document.getText().length;
          const start = document.positionAt(Math.min(from, size));
          const end = document.positionAt(Math.min(from + length, size));
          document = await client.change(uri, { start, end }, text);
        }
        const found = await client.diagnostics(uri);
        const text = document.getText();
        // The same text says the same, whatever it was before.
        await client.open(fresh, text);
        expect(found).toEqual(await client.diagnostics(fresh));
        // Fixes are of the text that the client has.
        const whole = {
          start: { line: 0, character: 0 },
          end: document.positionAt(text.length),
        };
        for (const { edit, title } of await client.actions(uri, whole, ['quickfix'])) {
          const [, wanted] = /^Write `+ ?(.*?[^`…])`+$/.exec(title) ?? [];
          if (!edit || wanted === undefined || wanted.endsWith(' ')) continue;
          expect(applied(document, edit).replace(/\s+/g, ' ')).toContain(wanted);
        }
        await client.close(uri);
        await client.close(fresh);
      }),
      { numRuns: Math.min(60, Number(process.env.RUNS)) },
    );
  });
});
