import { describe, expect, test } from 'vitest';
import { makeFolder, run } from './helpers/command.js';

const notice =
  'Names, numbers and addresses are personal data: take care where this list goes\n';

const folder = makeFolder({
  'contacts.json': JSON.stringify({
    bob: { tel: '+1 201 555 0123' },
    alice: { mailto: 'alice@example.org', tel: '+1 201 555 0199', name: 'Alice' },
  }),
  'a.md': [
    '\uFEFF[[tel:@alice]] and [mail](mailto:bob@example.org,alice@example.org)',
    '',
    '> <tel:+1-201-555-0123> [x](https://example.org) [[tel:wrong]]',
    '',
    '[a [[tel:+12015550177]]](u)',
    '',
    '`<tel:+12015550188>`',
  ].join('\n'),
  'b.md': '[national](tel:555-0123) [fine](u)\n',
  'c.mdx': '<a href="tel:+12015550199">x</a> <a href={"tel:" + number}>y</a>\n',
});
const at = (file: string, line: number, column: number) => ({ file, line, column });
const list = (...args: Array<string>) => run(folder, 'list', ...args);

describe('list', () => {
  test('shows whom links reach, and says that these are personal data', async () => {
    expect(await list('.', '-c', 'contacts.json')).toEqual({
      status: 0,
      stdout: [
        'a.md:1:1: tel +1 201 555 0199 (alice)',
        'a.md:1:20: mailto bob@example.org',
        'a.md:1:20: mailto alice@example.org (alice)',
        'a.md:3:3: tel +1-201-555-0123 (bob)',
        'b.md:1:1: tel tel:555-0123',
        'c.mdx:1:9: tel +12015550199 (alice)',
        'c.mdx:1:42: tel (an expression)',
        '',
      ].join('\n'),
      stderr: `Found 5 addresses in 3 files, and 2 links without one that can be read. ${notice}`,
    });
  });

  test('as JSON', async () => {
    const args = ['a.md', '-c', 'contacts.json', '--report', 'json', '--quiet'];
    const { stderr, stdout } = await list(...args);
    expect(stderr).toBe('');
    const mail = {
      service: 'mailto',
      url: 'mailto:bob@example.org,alice@example.org',
      ...at('a.md', 1, 20),
    };
    const aliceByPhone = {
      service: 'tel',
      address: '+1 201 555 0199',
      url: 'tel:+12015550199',
      ...at('a.md', 1, 1),
    };
    const bobByPhone = {
      service: 'tel',
      address: '+1-201-555-0123',
      url: 'tel:+1-201-555-0123',
      ...at('a.md', 3, 3),
    };
    expect(JSON.parse(stdout)).toEqual([
      { ...aliceByPhone, person: 'alice' },
      { ...mail, person: null, address: 'bob@example.org' },
      { ...mail, person: 'alice', address: 'alice@example.org' },
      { ...bobByPhone, person: 'bob' },
    ]);
    const { stdout: unread } = await list('b.md', '--report', 'json');
    expect(JSON.parse(unread)).toEqual([
      {
        service: 'tel',
        person: null,
        address: null,
        url: 'tel:555-0123',
        ...at('b.md', 1, 1),
      },
    ]);
    const grouped = await list(...args, '--by', 'person');
    expect(JSON.parse(grouped.stdout)).toEqual([
      {
        person: 'alice',
        contacts: [aliceByPhone, { ...mail, address: 'alice@example.org' }],
      },
      { person: 'bob', contacts: [bobByPhone] },
      { person: null, contacts: [{ ...mail, address: 'bob@example.org' }] },
    ]);
  });

  test('by person', async () => {
    const { stdout } = await list('.', '-c', 'contacts.json', '--by', 'person');
    expect(stdout).toBe(
      [
        'alice',
        '  tel +1 201 555 0199 (a.md:1:1)',
        '  mailto alice@example.org (a.md:1:20)',
        '  tel +12015550199 (c.mdx:1:9)',
        'bob',
        '  tel +1-201-555-0123 (a.md:3:3)',
        'Not in the address book',
        '  mailto bob@example.org (a.md:1:20)',
        '  tel tel:555-0123 (b.md:1:1)',
        '  tel (an expression) (c.mdx:1:42)',
        '',
      ].join('\n'),
    );
  });

  test('shows links without brackets, which GFM makes of text', async () => {
    const bare = makeFolder({
      'a.md': 'Write to carol@contoso.com, or https://wa.me/12015550123.\n',
      'b.md': 'An address alone: dan@contoso.com\n',
    });
    expect((await run(bare, 'list', '.')).stdout).toBe(
      [
        'a.md:1:10: mailto carol@contoso.com',
        'a.md:1:32: whatsapp +12015550123',
        'b.md:1:19: mailto dan@contoso.com',
        '',
      ].join('\n'),
    );
  });

  test('shows components that the configuration names', async () => {
    const own = makeFolder({
      'a.mdx':
        '<Link href="tel:+12015550123">x</Link> <Other href="tel:+12015550199" />\n',
      '.contact-linksrc.json': '{"components": ["Link"]}',
    });
    expect((await run(own, 'list', '.')).stdout).toBe('a.mdx:1:12: tel +12015550123\n');
  });

  test('reads files that link to servers of the site alone', async () => {
    const host = (name: string) =>
      JSON.stringify({ services: { jitsi: { host: name } } });
    const own = makeFolder({
      'a.md': '[x](https://MEET.example.org:8443/room)',
      'b.md': '[x](https://meet.example.com/room)',
      'sub/b.md': '[x](https://meet.example.com/room)',
      '.contact-linksrc.json': host('meet.example.org:8443'),
      'sub/.contact-linksrc.json': host('meet.example.com'),
    });
    const { stdout } = await run(own, 'list', '.');
    expect(stdout).toBe('a.md:1:1: jitsi room\nsub/b.md:1:1: jitsi room\n');
  });

  test('tells of files that cannot be read, beside the list', async () => {
    const wrong = makeFolder({
      'a.mdx': '{ <tel:+12015550188>',
      'b.md': '<tel:+12015550188>',
    });
    const { status, stderr, stdout } = await run(wrong, 'list', '.');
    expect(status).toBe(1);
    expect(stdout).toBe('b.md:1:1: tel +12015550188\n');
    expect(stderr).toMatch(
      /^a\.mdx:\d+:\d+: error: Cannot parse file: .*\nFound 1 address in 2 files\. /,
    );
  });

  test.each([
    [
      ['--report', 'sarif'],
      'Wrong value of `--report` for `list`: given `sarif`, expected `lines`, `json`',
    ],
    [['--by', 'service'], 'Wrong value of `--by`: given `service`, expected `person`'],
  ])('refuses %j', async (args, message) => {
    expect(await list('.', ...args)).toEqual({
      status: 2,
      stdout: '',
      stderr: `${message}\n`,
    });
  });
});
