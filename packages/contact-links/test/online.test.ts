import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { resolveSettings } from 'remark-contact-links/core';
import { VFile } from 'vfile';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createCheck } from '../src/check-source.js';
import { isPrivate, lookupPublic } from '../src/online/addresses.js';
import { type AskedLink, Online, type OnlineOptions } from '../src/online/index.js';
import { createQuestioner, type Question } from '../src/online/questions.js';
import { makeFolder, onWindows, run, runAlone, start } from './helpers/command.js';
import { type Answer, says, serve, type Web } from './helpers/web.js';

const key = 'a'.repeat(24);
const place = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 2, offset: 1 },
};
const settings = { allowPrivate: true, cache: undefined, pause: 1, quiet: true };
const none = { 'expired-link': undefined, 'unreachable-link': undefined };

/** Something to ask a server of this machine. */
function question(url: string, answer: Question['answer'] = 'status'): Question {
  const title = answer === 'discord' ? 'Discord' : 'Zulip';
  return { url, answer, title, what: 'invitation' };
}

/** Ask questions, each in a file of its own, and get what is said of them. */
async function ask(
  questions: ReadonlyArray<Question>,
  options: Partial<OnlineOptions> = {},
) {
  const folder = makeFolder();
  const online = new Online({ ...settings, timeLimit: 2000, ...options }, folder);
  const files = questions.map((each, index) => {
    const file = new VFile({ path: `${index}.md` });
    online.add({ file, place, question: each, actual: each.url, rules: none });
    return file;
  });
  const asked = await online.run();
  return { ...asked, said: files.map(({ messages }) => messages.map(String)) };
}

/** Ask a server one question, and get the one thing that is said of it. */
async function said(
  answer: Answer,
  kind: Question['answer'] = 'status',
  options: Partial<OnlineOptions> = {},
): Promise<string | undefined> {
  const { origin } = await serve(answer);
  const { said: all } = await ask([question(`${origin}/x`, kind)], options);
  return all[0]?.[0]
    ?.replace(/^0\.md:1:1-1:2: /, '')
    .replaceAll(origin.slice(7), 'HOST');
}

describe('what is asked about', () => {
  const questionOf = createQuestioner(
    resolveSettings({ services: { zulip: { host: 'chat.example.org' } } }),
  );

  test.each([
    ['https://discord.gg/AbC-1', 'https://discord.com/api/v10/invites/AbC-1'],
    ['http://www.discord.gg/invite/AbC/', 'https://discord.com/api/v10/invites/AbC'],
    [
      'https://discordapp.com/invite/AbC?event=1#x',
      'https://discord.com/api/v10/invites/AbC',
    ],
    [`https://chat.example.org/join/${key}/`, `https://chat.example.org/join/${key}/`],
    [`https://x.zulipchat.com/join/${key}`, `https://x.zulipchat.com/join/${key}`],
    [
      'https://us02web.zoom.us/j/12345678901?pwd=secret',
      'https://us02web.zoom.us/j/12345678901',
    ],
    ['https://zoom.us/w/123456789', 'https://zoom.us/w/123456789'],
  ])('%s', (link, request) => {
    expect(questionOf(link)?.url).toBe(request);
  });

  test.each([
    'https://discord.com/channels/41771983423143937/127121515262115840',
    'https://discord.com/users/41771983423143937',
    'https://name:password@discord.gg/AbC',
    `https://chat.example.com/join/${key}/`,
    'https://chat.example.org/#narrow/channel/42',
    'https://zoom.us/j/1234567890',
    'https://zoom.us/my/alice',
    'https://acme.webex.com/meet/alice',
    'https://teams.microsoft.com/l/chat/0/0?users=alice@contoso.com',
    'https://t.me/+AbCdEfGh12345678',
    'https://wa.me/12015550123',
    'https://join.slack.com/t/x/shared_invite/zt-1',
    'tel:+12015550123',
    'mailto:alice@example.org',
    '../x',
  ])('not %s', (link) => {
    expect(questionOf(link)).toBeUndefined();
  });

  test('not what a site has turned off', () => {
    const without = resolveSettings({ services: { discord: false } });
    expect(createQuestioner(without)('https://discord.gg/AbC')).toBeUndefined();
    expect(
      createQuestioner(without)(`https://chat.example.org/join/${key}/`),
    ).toBeUndefined();
  });

  const project = {
    options: {},
    plugins: [],
    plain: { components: ['Link'], rules: { 'expired-link': 'error' as const } },
  };
  test.each([
    [
      'a.md',
      [
        '[[discord:a]] [x](https://discord.gg/b "t") <https://discord.gg/c> https://discord.gg/d',
        '',
        '[e]: https://discord.gg/e',
        '',
        'x <a href="https://discord.gg/f">f</a> [y [[discord:j]]](u) `[[discord:k]]` [t](tel:+12015550123)',
        '',
        '<!-- contact-links-disable-next-line unreachable-link -->',
        '[[discord:h|[x](https://discord.gg/i)]]',
      ],
      [
        ['a', '1:1', '[[discord:a]]'],
        ['b', '1:15', '[x](https://discord.gg/b "t")'],
        ['c', '1:45', '<https://discord.gg/c>'],
        ['d', '1:68', 'https://discord.gg/d'],
        ['e', '3:1', '[e]: https://discord.gg/e'],
        ['f', '5:11', '"https://discord.gg/f"'],
        ['h', '8:1', '[[discord:h|[x](https://discord.gg/i)]]'],
      ],
    ],
    [
      'a.mdx',
      [
        '<a href="https://discord.gg/a">a</a> <Link href="https://discord.gg/b" /> <B href="https://discord.gg/c" />',
        '',
        '{/* contact-links-disable-next-line unreachable-link */}',
        '[[discord:d]]',
      ],
      [
        ['a', '1:9', '"https://discord.gg/a"'],
        ['b', '1:49', '"https://discord.gg/b"'],
        ['d', '4:1', '[[discord:d]]'],
      ],
    ],
  ])('in links of all forms, with their places: %s', (path, lines, expected) => {
    const links: Array<AskedLink> = [];
    const check = createCheck(project, {
      questionerFor: (each) => createQuestioner(each),
      add: (link) => links.push(link),
    });
    const file = new VFile({ path });
    check({ file, text: lines.join('\n') });
    expect(file.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    expect(
      links.map(({ actual, place: { start: at }, question: { url } }) => [
        url.slice(-1),
        `${at.line}:${at.column}`,
        actual,
      ]),
    ).toEqual(expected);
    expect(links.at(-1)?.rules).toEqual({
      'expired-link': 'error',
      'unreachable-link': 'off',
    });
  });
});

describe('what is said of', () => {
  test.each([
    [404, 'Zulip answers with 404: this invitation has expired, or was never there'],
    [410, 'Zulip answers with 410: this invitation has expired, or was never there'],
    [500, 'Cannot tell whether this invitation still works: HOST answers with 500'],
    [503, 'Cannot tell whether this invitation still works: HOST answers with 503'],
    [200, undefined],
    [304, undefined],
    [302, undefined],
    [401, undefined],
    [403, undefined],
  ])('the status %s', async (status, reason) => {
    expect(await said(says(status))).toBe(reason);
  });

  test.each([
    [
      'an unknown one',
      404,
      '{"message": "Unknown Invite", "code": 10006}',
      'Discord answers with 404: this invitation has expired, or was never there',
    ],
    [
      'one that ends',
      200,
      '{"expires_at": "2100-01-31T12:00:00+00:00"}',
      'This invitation to Discord ends on 31 January 2100',
    ],
    [
      'one that has ended',
      200,
      '{"expires_at": "2020-01-31T12:00:00+00:00"}',
      'This invitation to Discord ended on 31 January 2020',
    ],
    ['one that never ends', 200, '{"expires_at": null}', undefined],
    ['one that ends some day', 200, '{"expires_at": "some day"}', undefined],
    ['no JSON', 200, 'no', undefined],
    ['nothing of use', 200, 'null', undefined],
    ['a refusal', 403, '{"expires_at": "2020-01-31T12:00:00+00:00"}', undefined],
  ])('Discord, which knows %s', async (_, status, body, reason) => {
    expect(await said(says(status, {}, body), 'discord')).toBe(reason);
  });

  test('an invitation that ends is an info, and one that has ended a warning', async () => {
    for (const [year, fatal] of [
      ['2100', undefined],
      ['2020', false],
    ] as const) {
      const { origin } = await serve(
        says(200, {}, `{"expires_at": "${year}-01-31T12:00:00Z"}`),
      );
      const online = new Online(settings, makeFolder());
      const file = new VFile({ path: 'a.md' });
      online.add({
        file,
        place,
        question: question(origin, 'discord'),
        actual: 'x',
        rules: none,
      });
      await online.run();
      expect(file.messages).toMatchObject([
        { fatal, ruleId: 'expired-link', actual: 'x' },
      ]);
    }
  });

  test('a server that never answers', async () => {
    const reason = await said(() => {}, 'status', { timeLimit: 200 });
    expect(reason).toBe(
      'Cannot tell whether this invitation still works: HOST does not answer within 0.2 seconds',
    );
  });

  test.each([
    ['a text without end', '200', 'HOST does not answer within 0.2 seconds'],
    ['headers without end', '', 'HOST does not answer within 0.2 seconds'],
  ])('%s', async (_, status, reason) => {
    const drips: Answer = (response) => {
      if (status) response.writeHead(Number(status));
      const socket = response.socket;
      const drip = setInterval(() => {
        if (status) response.write(' ');
        else socket?.write('HTTP/1.1 1');
      }, 20);
      socket?.on('close', () => clearInterval(drip));
      socket?.on('error', () => {});
    };
    expect(await said(drips, 'discord', { timeLimit: 200 })).toMatch(
      new RegExp(
        `^Cannot tell whether this invitation still works: (?:${reason}|HOST does not speak HTTP as it should.*)$`,
      ),
    );
  });

  test.each([
    ['status', undefined],
    [
      'discord',
      'Cannot tell whether this invitation still works: the answer of HOST is too long',
    ],
  ] as const)('100 MB, where the %s counts', async (kind, reason) => {
    let sent = 0;
    const piece = Buffer.alloc(65_536, 'x');
    const floods: Answer = (response) => {
      response.writeHead(200, { 'content-length': String(1600 * piece.length) });
      const more = () => {
        while (sent < 1600 && !response.destroyed && response.write(piece)) sent++;
      };
      response.on('drain', more).on('error', () => {});
      more();
    };
    expect(await said(floods, kind)).toBe(reason);
    await setTimeout(100);
    // What the system holds between the two was sent, and nobody has read it.
    expect(sent).toBeLessThan(300);
  });

  test.each([
    [
      'breaks off',
      (response) => response.socket?.destroy(),
      'HOST ends the connection (ECONNRESET)',
    ],
    [
      'speaks no HTTP',
      (response) => response.socket?.end('SSH-2.0-x\r\n\r\n'),
      'HOST does not speak HTTP as it should (HPE_INVALID_CONSTANT)',
    ],
  ] as ReadonlyArray<[string, Answer, string]>)(
    'a server that %s',
    async (_, answer, reason) => {
      expect(await said(answer)).toBe(
        `Cannot tell whether this invitation still works: ${reason}`,
      );
    },
  );

  test('a server that is not there', async () => {
    const web = await serve(says(200));
    await web.close();
    const {
      said: [reason],
    } = await ask([question(web.origin)]);
    expect(reason).toEqual([
      `0.md:1:1-1:2: Cannot tell whether this invitation still works: ${web.host} refuses the connection (ECONNREFUSED)`,
    ]);
  });

  test('a certificate that nobody vouches for, and none', async () => {
    const secure = await serve(says(200), true);
    const open = await serve(says(200));
    const { said: reasons } = await ask([
      question(secure.origin),
      question(open.origin.replace('http', 'https')),
    ]);
    const start = '1:1-1:2: Cannot tell whether this invitation still works:';
    expect(reasons).toEqual([
      [
        `0.md:${start} ${secure.host} has no valid certificate (DEPTH_ZERO_SELF_SIGNED_CERT)`,
      ],
      [
        expect.stringMatching(
          `^1.md:${start} ${open.host} does not speak TLS as it should \\(E`,
        ),
      ],
    ]);
    expect(secure.requests).toEqual([]);
  });
});

test('a text that breaks off is not an answer', async () => {
  const breaks: Answer = (response) => {
    response
      .writeHead(200, { 'content-length': '100' })
      .write('{"expires_at": ', () => {
        response.socket?.destroy();
      });
  };
  expect(await said(breaks, 'discord')).toBe(
    'Cannot tell whether this invitation still works: HOST ends the connection (ECONNRESET)',
  );
  expect(await said(breaks)).toBeUndefined();
});

describe('a link that leads elsewhere', () => {
  /** A server whose pages `/n` lead on, down to `/0`. */
  const chain = () =>
    serve((response, { url = '' }) => {
      const count = Number(url.slice(1));
      if (count > 0) says(302, { location: `/${count - 1}` })(response, null as never);
      else says(404)(response, null as never);
    });

  test('is followed five times', async () => {
    const web = await chain();
    const { said: reasons } = await ask([
      question(`${web.origin}/5`),
      question(`${web.origin}/16`),
    ]);
    expect(reasons).toEqual([
      [
        '0.md:1:1-1:2: Zulip answers with 404: this invitation has expired, or was never there',
      ],
      [
        '1.md:1:1-1:2: Cannot tell whether this invitation still works: it redirects more than 5 times',
      ],
    ]);
    expect(web.requests).toHaveLength(12);
    expect(web.most()).toBe(1);
  });

  test('in a circle is not followed forever', async () => {
    const { origin, requests } = await serve(says(301, { location: '?' }));
    const { said: reasons } = await ask([question(`${origin}/x`)]);
    expect(reasons[0]?.[0]).toContain('it redirects more than 5 times');
    expect(requests).toHaveLength(6);
  });

  test.each([
    ['an app', 'zulip://x', undefined],
    ['nowhere', 'http://[', 'HOST redirects to something that is not a URL'],
  ])('to %s', async (_, location, reason) => {
    expect(await said(says(307, { location }))).toBe(
      reason && `Cannot tell whether this invitation still works: ${reason}`,
    );
  });
});

describe('a private address', () => {
  test.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254'],
    ...['100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1'],
    ...['::1', '::', 'fc00::1', 'fe80::1%eth0', 'ff02::1', '::ffff:10.0.0.1'],
    ...['64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1'],
  ])('is %s', (address) => {
    expect(isPrivate(address)).toBe(true);
  });

  test.each(['1.1.1.1', '162.159.128.233', '2606:4700::1111', '::ffff:1.1.1.1'])(
    'is not %s',
    (address) => {
      expect(isPrivate(address)).toBe(false);
    },
  );

  let web: Web;
  beforeAll(async () => {
    web = await serve(says(200));
  });

  test.each([
    '127.0.0.1',
    'localhost',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '[::ffff:7f00:1]',
    '[::ffff:127.0.0.1]',
  ])('is not asked: %s', async (host) => {
    const port = web.host.split(':')[1];
    const url = `http://${host}:${port}/x`;
    const { said: reasons } = await ask([question(url)], { allowPrivate: false });
    const name = new URL(url).hostname;
    expect(reasons).toEqual([
      [
        `0.md:1:1-1:2: Cannot tell whether this invitation still works: ${name} is at a private address; \`--allow-private\` asks such servers`,
      ],
    ]);
    expect(web.requests).toEqual([]);
  });

  test('is not asked where a public server leads to it', async () => {
    vi.resetModules();
    vi.doMock('../src/online/request.js', async (original) => {
      const real = await original<typeof import('../src/online/request.js')>();
      return {
        ...real,
        requestOnce: (url: URL, options: never) =>
          url.host === 'public.example'
            ? { status: 302, location: `${web.origin}/secret` }
            : real.requestOnce(url, options),
      };
    });
    const { Online: Mocked } = await import('../src/online/index.js');
    vi.doUnmock('../src/online/request.js');
    const file = new VFile({ path: 'a.md' });
    const online = new Mocked({ ...settings, allowPrivate: false }, makeFolder());
    online.add({
      file,
      place,
      question: question('https://public.example/'),
      actual: '',
      rules: none,
    });
    await online.run();
    expect(file.messages.map(String)).toEqual([
      'a.md:1:1-1:2: Cannot tell whether this invitation still works: 127.0.0.1 is at a private address; `--allow-private` asks such servers',
    ]);
    expect(web.requests).toEqual([]);
  });

  test.each([
    [
      [{ address: '1.1.1.1', family: 4 }],
      { all: true },
      [[{ address: '1.1.1.1', family: 4 }]],
    ],
    [[{ address: '2606:4700::1111', family: 6 }], {}, ['2606:4700::1111', 6]],
    [
      [
        { address: '1.1.1.1', family: 4 },
        { address: '::1', family: 6 },
      ],
      { all: true },
      'x.example is at a private address',
    ],
    [new Error('no such host'), {}, 'no such host'],
  ])(
    'is found out about among the addresses of a host: %j',
    async (answer, options, expected) => {
      vi.resetModules();
      vi.doMock('node:dns', () => ({
        lookup: (
          _: string,
          asked: object,
          done: (error: unknown, found?: unknown) => void,
        ) => {
          expect(asked).toEqual({ ...options, all: true });
          if (answer instanceof Error) done(answer);
          else done(null, answer);
        },
      }));
      const { lookupPublic: mocked } = await import('../src/online/addresses.js');
      vi.doUnmock('node:dns');
      const result = await new Promise((resolve) => {
        mocked('x.example', options, (error, ...found) =>
          resolve(error?.message ?? found),
        );
      });
      expect(result).toEqual(expected);
    },
  );

  test('is found out about when the connection is made', async () => {
    const looked = (all: boolean) =>
      new Promise((resolve) => {
        lookupPublic('localhost', { all }, (error, ...found) =>
          resolve(error ?? found),
        );
      });
    expect(String(await looked(true))).toContain('localhost is at a private address');
    expect(String(await looked(false))).toContain('localhost is at a private address');
  });
});

describe('a host', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is asked one question at a time, with a pause, and four hosts at once', async () => {
    let open = 0;
    let most = 0;
    const slow: Answer = (response) => {
      most = Math.max(most, ++open);
      setTimeout(60).then(() => {
        open--;
        says(200)(response, null as never);
      });
    };
    const webs = await Promise.all(Array.from({ length: 7 }, () => serve(slow)));
    const questions = webs.flatMap(({ origin }) =>
      [1, 2, 3].map((each) => question(`${origin}/${each}`)),
    );
    const began = Date.now();
    expect(await ask(questions, { pause: 100 })).toMatchObject({
      count: 21,
      notes: [],
    });
    for (const web of webs) {
      expect(web.requests).toEqual(['GET /1', 'GET /2', 'GET /3']);
      expect(web.most()).toBe(1);
    }
    expect(most).toBe(4);
    // Three answers and two pauses.
    expect(Date.now() - began).toBeGreaterThanOrEqual(3 * 60 + 2 * 100 - 20);
  });

  test('is asked with little more than a URL', async () => {
    const { headers, host, origin, requests } = await serve(says(200));
    await ask([question(`${origin}/x`)]);
    expect(requests).toEqual(['GET /x']);
    expect(headers).toEqual([
      {
        accept: '*/*',
        connection: 'close',
        host,
        'user-agent': expect.stringMatching(/^contact-links\/\d\S+ \(\+https:\S+\)$/),
      },
    ]);
  });

  test('is asked about a link once, however often that is written', async () => {
    const { origin, requests } = await serve(says(404));
    const { count, said: reasons } = await ask([
      question(`${origin}/x`),
      question(`${origin}/x`),
    ]);
    expect(count).toBe(1);
    expect(requests).toHaveLength(1);
    expect(reasons.map(({ length }) => length)).toEqual([1, 1]);
  });

  test.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 1500).toUTCString()],
    ['a date that has passed', () => new Date(0).toUTCString()],
  ])('is asked later where it asks for that, in %s', async (_, after) => {
    const times: Array<number> = [];
    const reason = await said((response) => {
      times.push(Date.now());
      const isFirst = times.length === 1;
      says(isFirst ? 429 : 404, isFirst ? { 'retry-after': after() } : {})(
        response,
        null as never,
      );
    });
    expect(reason).toContain('answers with 404');
    expect(times).toHaveLength(2);
    const wait = Number(times[1]) - Number(times[0]);
    expect(wait).toBeGreaterThanOrEqual(after().endsWith('GMT') ? 0 : 990);
  });

  test.each([
    [429, { 'retry-after': '3600' }, 1],
    [429, {}, 1],
    [429, { 'retry-after': 'soon' }, 1],
    [503, { 'retry-after': '61' }, 1],
    [503, { 'retry-after': '0' }, 3],
  ])('is left alone after %s with %j', async (status, fields, requested) => {
    const web = await serve(says(status, fields as Record<string, string>));
    const other = await serve(says(404));
    const questions = [1, 2, 3].map((each) => question(`${web.origin}/${each}`));
    const { notes, said: reasons } = await ask([...questions, question(other.origin)]);
    expect(notes).toEqual([
      `${web.host} limits requests, so 3 links there stayed unchecked`,
    ]);
    expect(reasons.map(({ length }) => length)).toEqual([0, 0, 0, 1]);
    expect(web.requests).toHaveLength(requested);
  });

  test('that is not known may be one that this machine cannot reach', async () => {
    const { origin } = await serve(says(200));
    const lost = question('http://nowhere.invalid/x');
    const offline = await ask([lost, question('http://never.invalid/x')]);
    expect(offline).toEqual({
      count: 2,
      interrupted: undefined,
      notes: [
        'No server can be reached, so 2 links stayed unchecked; is this machine offline?',
      ],
      said: [[], []],
    });
    const { notes, said: reasons } = await ask([lost, question(origin)]);
    expect(notes).toEqual([]);
    expect(reasons).toEqual([
      [
        expect.stringMatching(
          /: (?:there is no host nowhere\.invalid \(ENOTFOUND\)|nowhere\.invalid cannot be looked up \(EAI_AGAIN\))$/,
        ),
      ],
      [],
    ]);
  });
});

describe('check --online', () => {
  let web: Web;
  let status = 404;
  beforeAll(async () => {
    web = await serve((response, request) => says(status)(response, request));
  });
  const today = new Date().toISOString().slice(0, 10);
  const folderWith = (files: Record<string, string> = {}, host = web.host) =>
    makeFolder({
      'a.md': `[join us](http://${host}/join/${key}/)\n`,
      'b.md': 'Nothing here.\n',
      '.contact-linksrc.json': JSON.stringify({ services: { zulip: { host } } }),
      ...files,
    });
  const online = ['--online', '--allow-private'];

  test('reports what has expired', async () => {
    expect(await run(folderWith(), 'check', '.', ...online, '--frail')).toEqual({
      status: 1,
      stdout:
        'a.md:1:1: warning: Zulip answers with 404: this invitation has expired, or was never there [expired-link]\n',
      stderr: 'Checked 2 files, and asked about 1 link: 1 warning\n',
    });
  });

  test('takes levels and comments, and asks nobody who is not asked', async () => {
    const { length } = web.requests;
    const rules = { 'expired-link': 'error' };
    const services = { zulip: { host: web.host } };
    const folder = folderWith({
      '.contact-linksrc.json': JSON.stringify({ rules, services }),
      'c.md': `<!-- contact-links-disable -->\n\n[x](http://${web.host}/join/${key}/)\n`,
    });
    const { status: code, stdout } = await run(folder, 'check', '.', ...online, '-q');
    expect([code, stdout]).toEqual([
      1,
      'a.md:1:1: error: Zulip answers with 404: this invitation has expired, or was never there [expired-link]\n',
    ]);
    expect(web.requests).toHaveLength(length + 1);
    makeFolder(
      {
        '.contact-linksrc.json': JSON.stringify({
          rules: { 'expired-link': 'off' },
          services,
        }),
      },
      folder,
    );
    expect(await run(folder, 'check', '.', ...online, '-q')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect((await run(folder, 'check', '.')).stderr).toBe(
      'Checked 3 files: nothing is wrong\n',
    );
    expect(web.requests).toHaveLength(length + 2);
  });

  test('remembers answers for a day', async () => {
    const { length } = web.requests;
    const folder = folderWith();
    const cached = [...online, '--cache', 'cache.json'];
    const first = await run(folder, 'check', '.', ...cached);
    expect(await run(folder, 'check', '.', ...cached)).toEqual(first);
    expect(web.requests).toHaveLength(length + 1);
    const url = `http://${web.host}/join/${key}/`;
    const cache = join(folder, 'cache.json');
    const content = {
      [url]: { day: today, verdict: { kind: 'expired', status: 404 } },
    };
    expect(JSON.parse(readFileSync(cache, 'utf8'))).toEqual(content);
    for (const other of [
      { [url]: { day: '2020-01-01', verdict: { kind: 'alive' } } },
      { [url]: { day: today, verdict: { kind: 'alive', ends: 'x' } } },
      { [url]: { day: today, verdict: { kind: 'unreachable' } } },
      { [url]: { day: today } },
      { [url]: null },
    ]) {
      writeFileSync(cache, JSON.stringify(other));
      expect(await run(folder, 'check', '.', ...cached)).toEqual(first);
    }
    expect(web.requests).toHaveLength(length + 6);
    expect(JSON.parse(readFileSync(cache, 'utf8'))).toEqual(content);
  });

  test('remembers no failure', async () => {
    const folder = folderWith();
    status = 500;
    const cached = [...online, '--cache', 'cache.json', '-q'];
    const { stdout } = await run(folder, 'check', '.', ...cached);
    status = 404;
    expect(stdout).toContain('[unreachable-link]');
    expect(readFileSync(join(folder, 'cache.json'), 'utf8')).toBe('{}\n');
    expect((await run(folder, 'check', '.', ...cached)).stdout).toContain(
      '[expired-link]',
    );
  });

  test.each([
    ['{', /^Cannot read cache `cache\.json`: .*JSON/],
    ['[]', /^Cannot read cache `cache\.json`: expected an object\n$/],
  ])('refuses a cache of %s', async (content, message) => {
    const folder = folderWith({ 'cache.json': content });
    const { status: code, stderr } = await run(
      folder,
      'check',
      '.',
      ...online,
      '--cache',
      'cache.json',
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('says that a cache cannot be written', async () => {
    const { status: code, stderr } = await run(
      folderWith(),
      'check',
      '.',
      ...online,
      '--cache',
      'no/cache.json',
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Cannot write cache `no\/cache\.json`: ENOENT/);
  });

  test.each([
    [
      ['--online', '--watch'],
      'Cannot watch with `--online`: each change would ask again',
    ],
    [['--cache', 'x.json'], '`--cache` is for `--online`'],
    [['--allow-private'], '`--allow-private` is for `--online`'],
  ])('refuses %j', async (args, message) => {
    expect(await run(folderWith(), 'check', '.', ...args)).toEqual({
      status: 2,
      stdout: '',
      stderr: `${message}\n`,
    });
  });

  test('is not a failure where this machine is offline', async () => {
    const folder = folderWith({}, 'nowhere.invalid');
    expect(await run(folder, 'check', '.', ...online, '--frail')).toEqual({
      status: 0,
      stdout: '',
      stderr: [
        'No server can be reached, so 1 link stayed unchecked; is this machine offline?',
        'Checked 2 files, and asked about 1 link: nothing is wrong',
        '',
      ].join('\n'),
    });
  });

  test.skipIf(onWindows).each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends at once on %s, with what is known', async (signal, code) => {
    const hanging = await serve(() => {});
    const folder = folderWith(
      {
        'c.md': `[x](http://${hanging.host}/join/${key}/) [[tel:12]]\n`,
        'c/.contact-linksrc.json': '{}',
      },
      hanging.host,
    );
    const child = start(folder, 'check', '.', ...online, '--cache', 'cache.json');
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const ended = once(child, 'close');
    while (hanging.requests.length === 0) await setTimeout(5);
    const began = Date.now();
    child.kill(signal);
    expect(await ended).toEqual([code, null]);
    expect(Date.now() - began).toBeLessThan(2000);
    expect(output).toContain('c.md:1:');
    expect(output).toContain('until it was interrupted: 1 warning\n');
    expect(existsSync(join(folder, 'cache.json'))).toBe(true);
  });

  test('is not loaded, and nothing is requested, where nobody asks for it', () => {
    const { length } = web.requests;
    const folder = folderWith({
      'hook.cjs': `process.on('exit', () => {
        const loaded = process.moduleLoadList.filter((each) => /NativeModule (https?|dns|tls)$/.test(each));
        console.error(loaded.join());
      });`,
    });
    const before = process.env.NODE_OPTIONS;
    process.env.NODE_OPTIONS = `--require ${join(folder, 'hook.cjs')}`;
    const plain = runAlone(folder, 'check', '.', '-q');
    const asked = runAlone(folder, 'check', 'b.md', '--online', '-q');
    if (before === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = before;
    expect(plain).toEqual({ status: 0, stdout: '', stderr: '\n' });
    expect(asked.stderr).toContain('NativeModule https');
    expect(web.requests).toHaveLength(length);
  });
});

test('a server that accepts connections and says nothing does not hang the run', async () => {
  const silent = createServer((socket) => socket.on('error', () => {}));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as { port: number };
  const { said: reasons } = await ask([question(`https://127.0.0.1:${port}/x`)], {
    timeLimit: 200,
  });
  silent.close();
  expect(reasons[0]?.[0]).toContain('does not answer within 0.2 seconds');
});
