import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, completed, cursorIn, startHere } from './helpers/client.js';

const options = {
  contacts: {
    alice: { name: 'Alice Doe', skype: 'echo123', teams: 'alice@contoso.com' },
    bob: { teams: 'bob@contoso.com' },
    carol: { tel: '+1 201 555 0123' },
  },
  services: { facetime: false, signal: false },
} as const;
const uri = 'file:///none/page.md';

let client: Client;
beforeAll(async () => {
  client = startHere();
  await client.start({ initializationOptions: { options, suggestCommand: 'suggest' } });
  await client.open(uri, '');
});
afterAll(() => client.stop());

/** What is completed at `‸`: labels, with the text once each is taken. */
async function completions(marked: string): Promise<Map<string, string>> {
  const { position, text } = cursorIn(marked);
  const document = await client.replace(uri, text);
  const list = await client.complete(uri, position);
  return new Map(
    (list?.items ?? []).map((item) => [item.label, completed(document, item)]),
  );
}

describe('completion', () => {
  test.each([
    // Services, and the brackets that an editor closes.
    ['[[‸', 'tel', '[[tel:]]'],
    ['[[‸]]', 'tel', '[[tel:]]'],
    ['[[te‸]]', 'teams', '[[teams:]]'],
    ['[[te‸ams:call @bob]]', 'skype', '[[skype:call @bob]]'],
    [
      'see [[‸ and [[tel:+1 201 555 0123]]',
      'tel',
      'see [[tel:]] and [[tel:+1 201 555 0123]]',
    ],
    // Actions.
    ['[[skype:‸', 'call', '[[skype:call ]]'],
    ['[[skype:ca‸]]', 'call', '[[skype:call ]]'],
    ['[[skype:ca‸ @alice]]', 'call', '[[skype:call @alice]]'],
    ['[[EMAIL:‸]]', 'email', '[[EMAIL:email ]]'],
    // People.
    ['[[skype:@‸', '@alice', '[[skype:@alice]]'],
    ['[[skype:call ‸]]', '@alice', '[[skype:call @alice]]'],
    ['[[teams:call @alice;‸]]', '@bob', '[[teams:call @alice;@bob]]'],
    ['[[teams:call @‸alice;@bob]]', '@bob', '[[teams:call @bob;@bob]]'],
    ['[[teams:call doe‸]]', '@alice', '[[teams:call @alice]]'],
    // Parameters.
    ['[[skype:call @alice;x ‸]]', 'topic', '[[skype:call @alice;x topic=""]]'],
    ['[[mailto:a@b.example su‸', 'subject', '[[mailto:a@b.example subject=""]]'],
    [
      '[[mailto:a@b.example su‸bject="x"]]',
      'body',
      '[[mailto:a@b.example body="""x"]]',
    ],
  ])('%s', async (marked, label, expected) => {
    const found = await completions(marked);
    expect(found.get(label)).toBe(expected);
  });

  test.each([
    ['text'],
    ['[[tel:+1 201 555 0123]] ‸'],
    ['[[tel:+1 201 555 0123|a label ‸]]'],
    ['\\[[‸'],
    ['[‸'],
    ['[[wiki page ‸]]'],
    ['[[facetime:‸]]'],
    ['[[mailto:a@b.example subject=‸]]'],
    ['[[mailto:a@b.example colour=‸]]'],
    ['[[tel:`code` ‸]]'],
    ['`[[‸`'],
    ['```\n[[‸\n```'],
    ['<!-- [[‸ -->'],
    ['<div>\n[[‸\n</div>'],
    ['---\ntitle: [[‸\n---\n'],
    ['a\n\n    [[‸'],
    [`[[mailto:${'a'.repeat(9000)}‸`],
  ])('nothing at %s', async (marked) => {
    const found = await completions(marked.includes('‸') ? marked : `${marked}‸`);
    expect([...found.keys()]).toEqual([]);
  });

  test('a service says what it is for, and one that has closed comes last', async () => {
    const { position, text } = cursorIn('[[‸]]');
    await client.replace(uri, text);
    const { items } = await client.complete(uri, position);
    const skype = items.find(({ label }) => label === 'skype');
    expect(skype).toMatchObject({ detail: 'Skype', tags: [1], sortText: '1skype' });
    expect(JSON.stringify(skype?.documentation)).toContain('closed');
    const tel = items.find(({ label }) => label === 'tel');
    expect(tel).toMatchObject({ sortText: '0tel', command: { command: 'suggest' } });
    expect(items.map(({ label }) => label)).not.toContain('facetime');
  });

  test('says what services, actions and parameters are for', async () => {
    const { position, text } = cursorIn('[[‸]]');
    await client.replace(uri, text);
    const all = await client.complete(uri, position);
    const slack = all.items.find(({ label }) => label === 'slack');
    expect(slack?.documentation).toMatchObject({
      value: expect.stringContaining('members of a Slack workspace'),
    });
    await client.replace(uri, '[[teams:]]');
    const actions = await client.complete(uri, { line: 0, character: 8 });
    expect(actions.items.find(({ label }) => label === 'meet')).toMatchObject({
      detail: 'Opens the form for a new meeting.',
    });
    await client.replace(uri, '[[teams:chat @alice ]]');
    const parameters = await client.complete(uri, { line: 0, character: 20 });
    expect(parameters.items.find(({ label }) => label === 'message')).toMatchObject({
      documentation: { value: 'The message that the reader can send.' },
    });
  });

  test("a site's own service says what its labels say", async () => {
    const own = (name: string) => ({
      title: name,
      example: 'bob',
      default: 'open',
      actions: {
        open: {
          template: 'https://crm.example/{target}{?size}',
          label: 'Open {targets} in {service}',
          parameters: { size: {} },
        },
      },
    });
    const other = startHere();
    const services = { crm: own('CRM'), zoom: own('Zoo') };
    await other.start({ initializationOptions: { options: { services } } });
    await other.open(uri, '[[crm:]]');
    const { items } = await other.complete(uri, { line: 0, character: 6 });
    expect(items).toMatchObject([{ label: 'open', detail: 'Open … in CRM' }]);
    await other.replace(uri, '[[zoom:]]');
    const zoo = await other.complete(uri, { line: 0, character: 7 });
    expect(zoo.items).toMatchObject([{ label: 'open', detail: 'Open … in Zoo' }]);
    await other.replace(uri, '[[crm:bob ]]');
    const sizes = await other.complete(uri, { line: 0, character: 10 });
    expect(sizes.items).toMatchObject([{ label: 'size', detail: 'optional' }]);
    expect(sizes.items[0]).not.toHaveProperty('documentation');
    await other.stop();
  });

  test('a parameter that is given, or has no effect, is not offered', async () => {
    expect(
      (await completions('[[mailto:a@b.example subject=x ‸]]')).has('subject'),
    ).toBe(false);
    expect((await completions('[[teams:chat @alice ‸]]')).has('topic')).toBe(false);
    expect((await completions('[[teams:chat @alice;@bob ‸]]')).has('topic')).toBe(true);
  });

  test('a client without snippets is sent plain text', async () => {
    const other = startHere();
    await other.start({ capabilities: {} });
    const { position, text } = cursorIn('[[mailto:a@b.example ‸]]');
    await other.open(uri, text);
    const { items } = await other.complete(uri, position);
    const subject = items.find(({ label }) => label === 'subject');
    expect(subject).toMatchObject({ textEdit: { newText: 'subject=""' } });
    expect(subject).not.toHaveProperty('insertTextFormat');
    await other.stop();
  });

  test('of a hundred thousand people those are offered that begin so', async () => {
    const contacts = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [
        `person-${index}`,
        { mailto: `person-${index}@example.com` },
      ]),
    );
    const other = startHere();
    await other.start({ initializationOptions: { options: { contacts } } });
    const { position, text } = cursorIn('[[mailto:@person-9999‸]]');
    await other.open(uri, text);
    const { isIncomplete, items } = await other.complete(uri, position);
    expect(items).toHaveLength(11);
    expect(isIncomplete).toBe(false);
    await other.replace(uri, '[[mailto:@]]');
    const all = await other.complete(uri, { line: 0, character: 10 });
    expect(all.isIncomplete).toBe(true);
    expect(all.items.length).toBeGreaterThan(50);
    const begin = performance.now();
    await other.complete(uri, { line: 0, character: 10 });
    expect(performance.now() - begin).toBeLessThan(500);
    await other.stop();
  });
});
