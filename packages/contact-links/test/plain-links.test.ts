import { describe, expect, test } from 'vitest';
import { makeFolder, run } from './helpers/command.js';

interface Message {
  expected?: Array<string>;
  fatal?: boolean;
  line: number;
  reason: string;
  ruleId: string;
}

/** Check a page, and give the messages on it. */
async function check(page: string, name = 'page.md', options: object = {}) {
  const folder = makeFolder({
    [name]: page,
    '.contact-linksrc.json': JSON.stringify(options),
  });
  const { stdout } = await run(folder, 'check', name, '--report', 'json');
  const files: Array<{ messages: Array<Message> }> = JSON.parse(stdout);
  return files.flatMap(({ messages }) => messages);
}

describe('plain links', () => {
  test.each([
    ['[x](tel:2015550123)', 'invalid-link', undefined],
    ['[x](<tel:+1 201 555 0123>)', 'invalid-link', '[x](<tel:+12015550123>)'],
    ['[x](tel:+12015550)', 'invalid-link', undefined],
    ['[x](tel:+9991234567)', 'invalid-link', undefined],
    ['[[tel:+1 201 555 012]]', 'invalid-link', undefined],
    ['[[whatsapp:+9991234567|*us*]]', 'invalid-link', undefined],
    ['<mailto://a@b.example>', 'invalid-link', '<mailto:a@b.example>'],
    ['[x]: mailto:%20a@b.example', 'invalid-link', '[x]: mailto:a@b.example'],
    ['<a href="mailto: a@b.example">x</a>', 'invalid-link', '"mailto:a@b.example"'],
    [
      '[x](https://wa.me/+4915112345678)',
      'invalid-link',
      '[x](https://wa.me/4915112345678)',
    ],
    ['See https://wa.me/+4915112345678 now', 'invalid-link', undefined],
    ['[x](https://teams.microsoft.com/l/chat/0/0)', 'invalid-link', undefined],
    ['[x](mailto: a@b.example)', 'not-a-link', '[x](mailto:a@b.example)'],
    ['[x](tel: 509 720)', 'not-a-link', undefined],
    [
      '[x](mailto:a@b.example?subject=The Data Briefing)',
      'not-a-link',
      '[x](mailto:a@b.example?subject=The%20Data%20Briefing)',
    ],
    ['[x](mail:a@b.example)', 'misspelled-scheme', '[x](mailto:a@b.example)'],
    ['[x](tell:+12015550123)', 'misspelled-scheme', '[x](tel:+12015550123)'],
    ['<https://chat.freenode.net/x>', 'retired-service', undefined],
    ['https://irc.mozilla.org/x', 'retired-service', undefined],
  ])('reports %s', async (page, ruleId, expected) => {
    const messages = await check(`${page}\n`);
    expect(messages).toMatchObject([{ ruleId, fatal: false }]);
    expect(messages[0]?.expected?.[0]).toBe(expected);
  });

  test.each([
    '[x](tel:+1-201-555-0123), [y](tel:112), [z](tel:)',
    '[x](mailto:a@b.example?subject=Hi), <a@b.example>, a@b.example',
    '[x](https://t.me/+AbCdEf123), [y](mailto:{{ site.email }})',
    '`[x](tel: 509 720)`, \\[x](tel: 509 720), [x](mail:nobody)',
    '[x](http://example.org/a b), [x](https://example.org)',
  ])('is silent on %s', async (page) => {
    expect(await check(`${page}\n`)).toEqual([]);
  });

  test('tells the day and what replaced a service, and what still leads on as info', async () => {
    const [freenode, line, gitter] = await check(
      '<irc://irc.freenode.net/x>\n\n<line://ti/p/x>\n\n<https://gitter.im/a/b>\n',
    );
    expect(freenode?.reason).toBe('freenode ended on 14 June 2021; use Libera.Chat');
    expect(line?.reason).toBe(
      'The scheme `line:` is no longer in use; use `https://line.me/R/`',
    );
    expect(gitter?.fatal).toBeUndefined();
    const [mozilla] = await check('<irc://irc.mozilla.org/x>\n');
    expect(mozilla?.reason).toBe('irc.mozilla.org ended in March 2020; use Matrix');
  });

  test('reads components of JSX that are named', async () => {
    const page = '<Link href="tel:2015550123">x</Link> <a href={to}>y</a>\n';
    expect(await check(page, 'page.mdx')).toEqual([]);
    const options = { components: ['Link'] };
    expect(await check(page, 'page.mdx', options)).toHaveLength(1);
    const folder = makeFolder({ 'page.mdx': page });
    const { stdout } = await run(folder, 'check', '.', '--component', 'Link');
    expect(stdout).toContain('[invalid-link]');
  });

  test.each([
    ['off', []],
    ['warning', [false]],
    ['error', [true]],
  ])('takes %s for a rule', async (level, fatal) => {
    const rules = { 'invalid-link': level, 'retired-service': level };
    for (const page of ['[x](tel:2015550123)\n', '[x](skype:echo123)\n']) {
      const messages = await check(page, 'page.md', { $schema: 'x', rules });
      expect(messages.map((message) => message.fatal)).toEqual(fatal);
    }
  });

  test.each([
    [{ rules: 1 }, 'rules'],
    [{ rules: { 'no-rule': 'off' } }, 'rules.no-rule'],
    [{ rules: { 'invalid-link': 'loud' } }, 'rules.invalid-link'],
    [{ components: 'Link' }, 'components'],
    [{ components: ['<a>'] }, 'components.0'],
  ])('refuses configuration %j', async (options, path) => {
    const folder = makeFolder({
      'page.md': '',
      '.contact-linksrc.json': JSON.stringify(options),
    });
    const { status, stderr } = await run(folder, 'check', '.');
    expect(stderr).toContain(`Wrong option \`${path}\``);
    expect(status).toBe(2);
  });

  test('is silenced by comments', async () => {
    const link = '[x](tel:2015550123)';
    const page = [
      ...['<!-- contact-links-disable-next-line invalid-link -->', link, ''],
      ...['<!-- contact-links-disable-next-line not-a-link -->', '', link, ''],
      ...['<!-- contact-links-disable -->', '', link, '', '[[skype:cal echo123]]', ''],
      ...['<!-- contact-links-enable -->', '', link, ''],
    ].join('\n');
    expect((await check(page)).map(({ line }) => line)).toEqual([6, 16]);
    const mdx = `{/* contact-links-disable-next-line */}\n${link}\n\n${link}\n`;
    expect((await check(mdx, 'page.mdx')).map(({ line }) => line)).toEqual([4]);
  });
});
