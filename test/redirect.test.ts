import type { Root } from 'mdast';
import { markdownToHtml } from 'satteri';
import type { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import {
  isRedirected,
  type Options,
  readUri,
  replace,
  resolveSettings,
} from '../src/core/index.js';
import { redirectUri } from '../src/core/redirect/redirect-uri.js';
import type { Message } from '../src/markdown-it/index.js';
import satteriContactLinks from '../src/satteri/index.js';
import { engines } from './helpers/engines.js';
import { versions as markdownIts } from './helpers/markdown-it.js';
import { normalForm } from './helpers/normal-form.js';
import { format, parse, render, usual } from './helpers/remark.js';

const options: Options = {
  redirect: { skype: 'teams', 'skype:voicemail': 'tel:call' },
  contacts: {
    alice: {
      name: 'Alice',
      skype: 'Echo123',
      teams: 'alice@contoso.com',
      tel: '+12015550123',
    },
    bob: { skype: 'live:bob', teams: 'bob@contoso.com' },
    carol: { teams: 'carol@contoso.com' },
  },
};

test('links of a service are redirected where the option says so', () => {
  const settings = resolveSettings(options);
  expect(isRedirected('skype', settings)).toBe(true);
  expect(isRedirected('tel', settings)).toBe(false);
  expect(isRedirected('skype', resolveSettings())).toBe(false);
});

function html(markdown: string): string {
  const { error, html, messages } = render(markdown, usual(options));
  expect({ error, messages }).toEqual({ error: undefined, messages: [] });
  return normalForm(html)
    .trim()
    .replace(/^<p>|<\/p>$/g, '');
}

const call = 'https://teams.microsoft.com/l/call/0/0?users=alice%40contoso.com';
const chat = 'https://teams.microsoft.com/l/chat/0/0?users=alice%40contoso.com';

describe('a redirected link that is no shorthand', () => {
  test.each([
    ['[Call *us*](skype:echo123?call)', `<a href="${call}">Call <em>us</em></a>`],
    ['[us](skype:echo123?call "Now")', `<a href="${call}" title="Now">us</a>`],
    ['[us](<SKYPE:ECHO123?CALL>)', `<a href="${call}">us</a>`],
    ['[us](skype://echo123/?call)', `<a href="${call}">us</a>`],
    ['[us](callto:echo123)', `<a href="${call}">us</a>`],
    ['[us](callto://echo123/)', `<a href="${call}">us</a>`],
    [
      '[us](skype:echo123?call&amp;amp;video=true)',
      `<a href="${call}&amp;withVideo=true">us</a>`,
    ],
    [
      '[us](skype:echo123?video=true&call)',
      `<a href="${call}&amp;withVideo=true">us</a>`,
    ],
    ['[us](skype:%65cho123)', `<a href="${chat}">us</a>`],
    [
      '[us](skype:echo123;live:bob?chat&topic=Hi%20all)',
      `<a href="${chat},bob%40contoso.com&amp;topicName=Hi%20all">us</a>`,
    ],
    ['[us](skype:echo123?voicemail)', '<a href="tel:+12015550123">us</a>'],
    ['<skype:echo123>', `<a href="${chat}">Alice</a>`],
    [
      '[skype:echo123?call](skype:echo123?call)',
      `<a href="${call}">Call Alice with Teams</a>`,
    ],
    ['[x][us]\n\n[Us]: skype:echo123?call', `<a href="${call}">x</a>`],
    ['[us][]\n\n[us]: skype:echo123?call\n[us]: tel:+1', `<a href="${call}">us</a>`],
    ['[us]\n\n[us]: skype:echo123?call', `<a href="${call}">us</a>`],
    [
      '[a](https://example.com/skype:echo123)',
      '<a href="https://example.com/skype:echo123">a</a>',
    ],
    ['[a][]\n\n[a]: tel:+1', '<a href="tel:+1">a</a>'],
    ['`<skype:echo123>`', '<code>&lt;skype:echo123></code>'],
  ])('%s', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test.each([
    ['[a](skype:dave?call)', '1:1-1:21', '`contacts` has no teams address for `dave`'],
    ['see <skype:dave>', '1:5-1:17', '`contacts` has no teams address for `dave`'],
    [
      '[a][b]\n\n[b]: skype:dave',
      '1:1-1:7',
      '`contacts` has no teams address for `dave`',
    ],
    [
      '[a](skype:echo123?sendfile)',
      '1:1-1:28',
      'Teams has no `sendfile`; option `redirect` can name another action, as in `{"skype:sendfile":"teams:call"}`',
    ],
    ['[a](skype:echo123?dance)', '1:1-1:25', 'no shorthand has its `dance`'],
    ['[a](skype:carol)', '1:1-1:17', '`contacts` has no teams address for `carol`'],
    ['[a](skype:a%20b)', '1:1-1:17', '`contacts` has no teams address for `a b`'],
    [
      '[a](skype:?chat&blob=x)',
      '1:1-1:24',
      'it is an invitation to a group, which names nobody',
    ],
  ])('%s stays, with a message', (markdown, place, reason) => {
    const { html, messages } = render(markdown, usual(options));
    expect(html).toBe(render(markdown, usual()).html);
    expect(messages).toEqual([
      {
        place,
        level: 'warning',
        ruleId: 'no-replacement',
        reason: `No replacement for this link: ${reason}`,
        actual: markdown.slice(
          Number(place.split(/[:-]/)[1]) - 1,
          Number(place.split(':').at(-1)) - 1,
        ),
        expected: undefined,
      },
    ]);
  });

  test('stays what it is in the file', () => {
    const markdown = `[us](skype:echo123?call) <skype:echo123> [x][us] [[skype:call echo123]]

[us]: skype:echo123?call
`;
    expect(format(markdown, usual(options))).toBe(markdown);
  });

  test('keeps the attributes that another plugin has given it', () => {
    const plugin = () => (tree: Root) => {
      const [paragraph] = tree.children;
      const link = paragraph?.type === 'paragraph' && paragraph.children[0];
      if (link && link.type === 'link') link.data = { hProperties: { rel: 'me' } };
    };
    expect(render('[a](skype:echo123?call)', [plugin, ...usual(options)]).html).toBe(
      `<p><a href="${call}" rel="me">a</a></p>`,
    );
  });

  test('can come from another plugin, which gives it no place', () => {
    const url = 'skype:dave';
    const plugin = () => (tree: Root) => {
      const children = [{ type: 'text', value: 'us' } as const];
      const reference = { referenceType: 'full', children } as const;
      tree.children = [
        { type: 'paragraph', children: [{ type: 'link', url, children }] },
        {
          type: 'paragraph',
          children: [{ type: 'linkReference', identifier: 'us', ...reference }],
        },
        {
          type: 'paragraph',
          children: [{ type: 'linkReference', identifier: 'nowhere', ...reference }],
        },
        { type: 'definition', identifier: 'us', url },
      ];
    };
    const { html, messages } = render('', [plugin, ...usual(options)]);
    const link = '<p><a href="skype:dave">us</a></p>';
    expect(html).toBe(`${link}\n${link}\n<p>[us][nowhere]</p>`);
    const message = { ruleId: 'no-replacement', actual: url };
    expect(messages).toMatchObject([message, message]);
  });

  test('opens no tab in Docusaurus when it opens an app', () => {
    const docusaurus = () => (_: Root, file: VFile) => {
      Object.assign(file.data, { compilerName: 'mdx-loader' });
    };
    const tree = parse('[a](skype:echo123?voicemail) [b](skype:echo123)', [
      docusaurus,
      ...usual(options),
    ]);
    const [paragraph] = tree.children;
    const links = paragraph?.type === 'paragraph' ? paragraph.children : [];
    expect(links.map((link) => link.data)).toEqual([
      { hProperties: { target: '_self', href: 'tel:+12015550123' } },
      undefined,
      { hProperties: { href: chat } },
    ]);
  });

  test('option `invalid` does not make an error of it', () => {
    const { error } = render(
      '[a](skype:dave)',
      usual({ ...options, invalid: 'error' }),
    );
    expect(error).toBeUndefined();
  });
});

test('a link without an action stays where the other service has none', () => {
  const chat = {
    title: 'Own chat',
    example: 'alice',
    actions: { write: { template: 'https://chat.example/{target}' } },
  };
  const { html, messages } = render(
    '[[skype:echo123|x]]',
    usual({
      retired: 'ignore',
      services: { chat },
      redirect: { skype: 'chat' },
      contacts: { alice: { skype: 'echo123', chat: 'alice' } },
    }),
  );
  expect(html).toBe('<p><a href="skype:echo123">x</a></p>');
  expect(messages[0]?.reason).toBe(
    'No replacement for this link: Own chat has no link without an action; option `redirect` can name another action, as in `{"skype:":"chat:write"}`',
  );
});

describe('people with the same address', () => {
  const skype = 'echo123';
  const redirect = { skype: 'teams' };

  test('are one where they are reached at one place', () => {
    const contacts = {
      a: { skype },
      b: { skype: 'ECHO123', teams: 'alice@contoso.com' },
      c: { skype, teams: 'alice@contoso.com' },
      d: { skype },
    };
    const { html } = render('[[skype:echo123|x]]', usual({ redirect, contacts }));
    expect(html).toBe(`<p><a href="${chat}">x</a></p>`);
  });

  test('have to be told apart where they are not', () => {
    const contacts = {
      a: { skype, teams: 'a@contoso.com' },
      b: { skype, teams: 'b@contoso.com' },
    };
    expect(() => resolveSettings({ redirect, contacts })).toThrow(
      'Wrong option `contacts.b.skype` for remark-contact-links: given `"echo123"`, expected an address other than that of `contacts.a`, as option `redirect` leads the two to different addresses',
    );
  });
});

test.each([
  ['skype:echo123', null, ['echo123'], {}],
  ['skype:echo123?', null, ['echo123'], {}],
  ['skype:a; b ;;c/d//?chat', 'chat', ['a', 'b', 'c/d'], {}],
  ['skype:a?topic=x&chat', 'chat', ['a'], { topic: 'x' }],
  ['skype:a?topic=x', null, ['a'], { topic: 'x' }],
  ['skype:a?video=true', 'video', ['a'], {}],
  ['skype:a?call&video=false', 'call', ['a'], {}],
  ['skype:a?chat&video=true', 'chat', ['a'], {}],
  ['skype:a?userinfo&x=1', 'userinfo', ['a'], {}],
  ['skype:a%3Bb', null, ['a;b'], {}],
  ['skype:100%?call', 'call', ['100%'], {}],
  ['skype:+1%20201?call&topic=a%3Db=c', 'call', ['+1 201'], { topic: 'a=b=c' }],
  [' skype:a?call ', 'call', ['a'], {}],
  ['callto:a?chat', 'chat', ['a'], {}],
  ['skype:a?call&#38;video=true', 'video', ['a'], {}],
])('%j asks for %j of %j', (uri, action, targets, parameters) => {
  expect(readUri(uri, resolveSettings())).toMatchObject({
    kind: 'read',
    contact: { service: 'skype', action, targets, parameters },
  });
});

test.each([
  ['skype:', 'it names nobody'],
  ['skype:?chat&blob=abc', 'it is an invitation to a group, which names nobody'],
  ['skype:a?userinfo#x', 'no shorthand has this form'],
  ['skype:a?hi&chat', 'no shorthand has its `hi`'],
])('no shorthand says %j: %s', (uri, reason) => {
  expect(readUri(uri, resolveSettings())).toEqual({
    kind: 'inexpressible',
    service: 'skype',
    reason,
  });
});

test.each(['skyp:a', 'myskype:a', 'https://x/skype:a', 'skype', ''])(
  'no service reads %j',
  (uri) => {
    expect(readUri(uri, resolveSettings())).toEqual({ kind: 'foreign' });
  },
);

describe.each(engines)('links without a text in $name', ({ create }) => {
  test('are redirected, or stay with a message', () => {
    const { html, messages } = create(options)('[](skype:echo123) [](skype:dave) [x');
    expect(html).toContain(`<a href="${chat}"></a> <a href="skype:dave"></a> [x`);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['no-replacement']);
  });
});

describe.each(markdownIts)('$name', ({ create }) => {
  const more: Options = { ...options, redirect: { skype: 'teams', mailto: 'teams' } };
  const linesOf = (markdown: string): Array<unknown> => {
    const messages: Array<Message> = [];
    const onMessage = (message: Message) => messages.push(message);
    const md = create({ ...more, onMessage }).set({ linkify: true });
    md.render(markdown);
    return messages.map(({ actual, column, line }) => [actual, line, column]);
  };

  test('knows the place of a bare link that is there once', () => {
    expect(linesOf('a\n\nb zoe@example.com')).toEqual([['zoe@example.com', 3, 3]]);
  });

  test('knows the line of one that is there twice', () => {
    const twice = '`zoe@example.com` zoe@example.com';
    expect(linesOf(`a\n\n${twice} <skype:dave>`)).toEqual([
      ['zoe@example.com', 3, undefined],
      ['<skype:dave>', 3, 35],
    ]);
  });
});

test('a link that a plugin of Sätteri has made is redirected without a place', () => {
  const plugin = {
    name: 'links',
    inlineCode: ({ value }: { value: string }) => ({
      type: 'link' as const,
      url: value,
      title: null,
      children: [{ type: 'text' as const, value: 'x' }],
    }),
    emphasis: () => ({
      type: 'linkReference' as const,
      identifier: 'nowhere',
      label: 'nowhere',
      referenceType: 'full' as const,
      children: [{ type: 'text' as const, value: 'to nowhere' }],
    }),
  };
  const mdastPlugins = [plugin, satteriContactLinks(options)];
  const source = '`skype:echo123` `skype:dave` *to nowhere*';
  const { data, html } = markdownToHtml(source, { mdastPlugins });
  expect(html).toBe(
    `<p><a href="${chat}">x</a> <a href="skype:dave">x</a> to nowhere</p>\n`,
  );
  expect(data).not.toHaveProperty('contactLinks');
});

describe('hosts that have moved', () => {
  const hosts = { 'irc.freenode.net': 'irc.libera.chat' };

  test('leave a service that the site calls `hosts` alone', () => {
    const crm = {
      title: 'Hosts',
      example: 'bob',
      actions: { open: { template: 'https://crm.example/{target}' } },
      default: 'open',
    };
    const settings = resolveSettings({
      services: { hosts: crm },
      redirect: { hosts: 'tel' },
    });
    expect(isRedirected('hosts', settings)).toBe(true);
    expect(settings.redirecting?.hosts.size).toBe(0);
  });

  test('keep a link that cannot be written on the new host', () => {
    const { html, messages } = render(
      '[[jitsi:Our]] and [[tel:+1 201 555 0123]]',
      usual({ redirect: { hosts: { 'meet.jit.si': 'meet.example.org' } } }),
    );
    expect(html).toBe(
      '<p><a href="https://meet.jit.si/Our">Our</a> and <a href="tel:+12015550123">+1 201 555 0123</a></p>',
    );
    expect(messages).toMatchObject([
      {
        reason:
          'No replacement for this link: `https://meet.example.org/Our` is not a link that the plugin knows',
        ruleId: 'no-replacement',
      },
    ]);
  });

  test('say nothing of shorthands that are wrong', () => {
    const { messages } = render(
      '[[irc:irc.freenode.net]]',
      usual({ redirect: { hosts } }),
    );
    expect(messages).toMatchObject([{ ruleId: 'invalid-target' }]);
  });

  test('change nothing without the option, nor what is not a link', () => {
    const contact = {
      service: 'irc',
      action: null,
      targets: ['irc.freenode.net/#a'],
      parameters: {},
    };
    expect(replace(contact, resolveSettings())).toBeUndefined();
    expect(redirectUri('irc://irc.freenode.net/a', resolveSettings())).toBeUndefined();
    const settings = resolveSettings({ redirect: { hosts } });
    expect(replace({ ...contact, targets: ['x'] }, settings)).toBeUndefined();
    expect(replace(contact, settings)).toMatchObject({
      url: 'irc://irc.libera.chat/%23a',
    });
  });
});
