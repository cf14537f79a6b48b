import { describe, expect, test } from 'vitest';
import { quoteList } from '../src/core/findings/problem.js';
import { OptionError, resolveSettings } from '../src/core/index.js';
import { contactLink, type Options } from '../src/index.js';
import { services } from '../src/services/index.js';

function message(options: unknown): string {
  try {
    contactLink(options as Options);
  } catch (error) {
    return String(error);
  }
  return 'nothing thrown';
}

const custom = {
  title: 'Chat',
  example: 'alice',
  actions: { chat: { template: 'chat:{target}' } },
};

/** A service of one's own, whose action has other options too. */
function withAction(options: object) {
  const chat = { ...custom.actions.chat, ...options };
  return { services: { chat: { ...custom, actions: { chat } } } };
}

const sipForm =
  'a SIP address is written `name@example.com`, or with a port `name@example.com:5061`';
const xmppForm = 'an XMPP address is written `name@example.com`';

/** Names of all services but one. */
function without(name: string): Array<string> {
  return Object.keys(services).filter((other) => other !== name);
}

describe('a wrong option', () => {
  test.each<[options: unknown, reason: string]>([
    [{ invald: 'warn' }, 'option `invald`: it does not exist; did you mean `invalid`?'],
    [
      { colour: 'red' },
      'option `colour`: it does not exist; expected `invalid`, `retired`, `nearMisses`, `services`, `contacts`, `labels`, `locale`, `attributes` or `redirect`',
    ],
    [
      { invalid: 'throw' },
      'option `invalid`: given `"throw"`, expected `warn`, `error` or `ignore`',
    ],
    [
      { retired: false },
      'option `retired`: given `false`, expected `info` or `ignore`',
    ],
    [
      { retired: () => true },
      'option `retired`: given `() => true`, expected `info` or `ignore`',
    ],
    [['warn'], 'options: given `["warn"]`, expected an object'],
    ['warn', 'options: given `"warn"`, expected an object'],
    [
      { locale: 'not a language' },
      'option `locale`: given `"not a language"`, expected a BCP 47 language tag, such as `de` or `zh-Hans`',
    ],
    [
      { contacts: { support: { teems: 'a@b.c' } } },
      'option `contacts.support.teems`: it does not exist; did you mean `teams`?',
    ],
    [
      { contacts: { contacts: { support: { teams: 'support@b.c' } } } },
      'option `contacts.contacts`: leave out the outer `contacts`',
    ],
    [
      { contacts: { support: { teams: 'support' } } },
      'option `contacts.support.teams`: given `"support"`, expected an address of Teams, such as `alice@contoso.com` (an e-mail address is written `name@example.com`)',
    ],
    ...[
      ['sip', '@atlanta.com', 'SIP', 'alice@example.com', sipForm],
      ['sip', '@at_lanta.com', 'SIP', 'alice@example.com', sipForm],
      ['xmpp', '@montague.net', 'XMPP', 'romeo@montague.net', xmppForm],
    ].map(([service, address, title, example, form]): [unknown, string] => [
      { contacts: { support: { [`${service}`]: address } } },
      `option \`contacts.support.${service}\`: given \`"${address}"\`, expected an address of ${title}, such as \`${example}\` (${form})`,
    ]),
    [
      {
        services: { mattermost: { host: 'chat.example.org' } },
        contacts: { support: { mattermost: '\u202Eteam/x' } },
      },
      'option `contacts.support.mattermost`: given `"\u202Eteam/x"`, expected an address of Mattermost, such as `team/town-square` (U+202E)',
    ],
    [
      { contacts: { support: { skype: '\u202Eecho' } } },
      'option `contacts.support.skype`: given `"\u202Eecho"`, expected an address of Skype, such as `echo123` (U+202E)',
    ],
    [
      { contacts: { 'the team': {} } },
      'option `contacts.the team`: given `"the team"`, expected a name of letters, digits, `.`, `-`, `_`',
    ],
    [
      { contacts: { support: { tel: 112 } } },
      'option `contacts.support.tel`: given `112`, expected a text',
    ],
    [
      { labels: { skype: { cal: '{targets}' } } },
      'option `labels.skype.cal`: it does not exist; did you mean `call`?',
    ],
    [
      { labels: { skype: { call: 'Call {target}' } } },
      'option `labels.skype.call`: given `"Call {target}"`, expected a phrase with no placeholders but `{targets}` and `{service}`',
    ],
    [
      { labels: { skype: { call: { one: 'Call {targets}', many: 'x' } } } },
      'option `labels.skype.call.many`: it does not exist; expected `one` or `several`',
    ],
    [
      {
        services: {
          own: {
            title: 'Own',
            example: 'x',
            actions: {
              go: {
                template: 'https://a.example/{target}',
                parameters: { text: { required: 'yes' as unknown as boolean } },
              },
            },
          },
        },
      },
      'option `services.own.actions.go.parameters.text.required`: given `"yes"`, expected `true` or `false`',
    ],
    [
      { attributes: { skype: { onclick: 'alert(1)' } } },
      'option `attributes.skype.onclick`: it does not exist; expected `class`, `id`, `rel`, `title`, `target`, `data-*`, `aria-*` and the like',
    ],
    [
      { attributes: { 'skype:cal': { class: 'x' } } },
      'option `attributes.skype:cal`: it does not exist; did you mean `skype:call`?',
    ],
    [
      { attributes: { '*:apps': { class: 'x' } } },
      'option `attributes.*:apps`: it does not exist; did you mean `*:app`?',
    ],
    [
      { attributes: { '*': { class: ['x'] } } },
      'option `attributes.*.class`: given `["x"]`, expected a text, a number or a boolean',
    ],
    [
      { redirect: { skyp: 'teams' } },
      'option `redirect.skyp`: it does not exist; did you mean `skype`?',
    ],
    [
      { redirect: { 'skype:cal': 'teams' } },
      'option `redirect.skype:cal`: it does not exist; did you mean `skype:call`?',
    ],
    [
      { redirect: { facetime: 'skype:phone' } },
      'option `redirect.facetime`: given `"skype:phone"`, expected `skype:call`, `skype:video`, `skype:chat`, `skype:voicemail`, `skype:add`, `skype:userinfo` or `skype:sendfile`',
    ],
    [
      { services: { zoom: false }, redirect: { skype: 'zoom' } },
      `option \`redirect.skype\`: given \`"zoom"\`, expected ${quoteList(without('zoom'))}`,
    ],
    [
      { redirect: { skype: true } },
      'option `redirect.skype`: given `true`, expected a service, as in `teams`, or one of its actions',
    ],
    [
      { redirect: { hosts: ['irc.freenode.net'] } },
      'option `redirect.hosts`: given `["irc.freenode.net"]`, expected an object',
    ],
    [
      { redirect: { hosts: { 'https://a.example': 'b.example' } } },
      'option `redirect.hosts.https://a.example`: given `"https://a.example"`, expected a host, such as `irc.example.org`',
    ],
    [
      { redirect: { hosts: { 'a.example': 'b.example/c' } } },
      'option `redirect.hosts.a.example`: given `"b.example/c"`, expected a host, such as `irc.example.org`',
    ],
    [
      { redirect: { hosts: { 'a.example': 5 } } },
      'option `redirect.hosts.a.example`: given `5`, expected a host, such as `irc.example.org`',
    ],
    [
      { redirect: { hosts: { 'a.example': 'A.example' } } },
      'option `redirect.hosts.a.example`: given `"A.example"`, expected another host',
    ],
    [
      { redirect: { hosts: 'teams' } },
      'option `redirect.hosts`: given `"teams"`, expected an object',
    ],
    [
      { redirect: { links: { 'gitter.im/a': 'teams:@alice' } } },
      'option `redirect.links.gitter.im/a`: given `"gitter.im/a"`, expected a URL',
    ],
    [
      { redirect: { links: { 'https://a.example': 'https://b.example' } } },
      'option `redirect.links.https://a.example`: given `"https://b.example"`, expected a shorthand without brackets and label, such as `teams:@alice`',
    ],
    [
      { redirect: { links: { 'https://a.example': 'tel:call 5' } } },
      'option `redirect.links.https://a.example`: given `"tel:call 5"`, expected a shorthand without brackets and label, such as `teams:@alice` (A number without a country code works in one country only; write it with `+` and the code, as in `+1 201 555 0123`)',
    ],
    [
      { redirect: { host: {} } },
      'option `redirect.host`: it does not exist; did you mean `hosts`?',
    ],
    [
      { redirect: { 'skype:chat': 'skype:call' } },
      'option `redirect.skype:chat`: given `"skype:call"`, expected another service',
    ],
    [
      { services: { skype: true } },
      'option `services.skype`: given `true`, expected `false`, as nothing can be set about this service',
    ],
    [
      { services: { matrix: { scheme: 'javascript' } } },
      'option `services.matrix.scheme`: given `"javascript"`, expected `https` or `matrix`',
    ],
    [
      { services: { jitsi: { host: 'a b' } } },
      'option `services.jitsi.host`: given `"a b"`, expected a host, such as `meet.example.org`',
    ],
    [
      { services: { chat: { ...custom, title: undefined } } },
      'option `services.chat.title`: given `undefined`, expected a text',
    ],
    [
      { services: { chat: { ...custom, default: 'call' } } },
      'option `services.chat.default`: given `"call"`, expected `chat`',
    ],
    [
      withAction({ pattern: '\\d+' }),
      'option `services.chat.example`: given `"alice"`, expected an address that the `pattern` of an action takes',
    ],
    [
      { services: { chat: { ...custom, actions: {} } } },
      'option `services.chat.actions`: given `{}`, expected an object with at least one action',
    ],
    ...(
      [
        ...[
          ...['javascript:{target}', 'JavaScript:x', 'data:{target}', 'vbscript:x'],
          ...[
            'file:x',
            'blob:x',
            '{target}:x',
            '{+target}',
            '/x',
            'x:{target}',
            ' tel:x',
          ],
          ...['jar:{target}', 'intent:{target}', 'ms-msdt:{target}', 'search-ms:x'],
          ...['ms-officecmd:{target}', 'view-source:{target}', 'shell:{target}'],
        ].map((template): [string, string] => [
          template,
          'that begins with the scheme of a link, such as `https:`',
        ]),
        ...['https://x.example/{+target}', 'https://x.example/{#target}'].map(
          (template): [string, string] => [
            template,
            'without `{+…}` and `{#…}`, which leave characters as they are',
          ],
        ),
        ...['https://x.example/{target', 'https://x.example/target}{target}'].map(
          (template): [string, string] => [template, 'whose braces are closed'],
        ),
        ['https://x.example/', 'with `{target}` or `{targets}`'],
        [
          'https://x.example/{target}{?text}',
          'whose variables are `target`, `targets` or in `parameters`, not `text`',
        ],
        ['https://x.example/{target}\uD800', 'without half a character'],
      ] as ReadonlyArray<readonly [template: string, form: string]>
    ).map(([template, form]): [unknown, string] => [
      { services: { chat: { ...custom, actions: { chat: { template } } } } },
      `option \`services.chat.actions.chat.template\`: given \`${JSON.stringify(template)}\`, expected a URI Template ${form}`,
    ]),
    [
      withAction({ template: 'https://x.example/{target}{?a b}' }),
      'option `services.chat.actions.chat.template`: given `"https://x.example/{target}{?a b}"`, expected a name of a variable, not `a b`',
    ],
    [
      withAction({ parameters: { tab: {} } }),
      'option `services.chat.actions.chat.template`: given `"chat:{target}"`, expected a URI Template with `{tab}`, as `parameters` has it',
    ],
    [
      withAction({ parameters: { target: {} } }),
      'option `services.chat.actions.chat.parameters.target`: given `"target"`, expected another name: a template has this one for addresses',
    ],
    [
      withAction({ parameters: { text: {}, Text: {} } }),
      'option `services.chat.actions.chat.parameters.Text`: it is the same as `text`; use one of the two',
    ],
    [
      { services: { name: custom } },
      'option `services.name`: given `"name"`, expected a name other than `name`',
    ],
    [
      { contacts: { a: { name: 'a\u202Eb' } } },
      'option `contacts.a.name`: given `"a\u202Eb"`, expected a name without U+202E',
    ],
    [
      { services: { jitsi: { host: 'a..b' } } },
      'option `services.jitsi.host`: given `"a..b"`, expected a host, such as `meet.example.org`',
    ],
    [
      { services: { jitsi: { host: 'a.example:99999' } } },
      'option `services.jitsi.host`: given `"a.example:99999"`, expected a host, such as `meet.example.org`',
    ],
    [
      {
        services: {
          chat: {
            ...custom,
            actions: { chat: { template: 'chat:{target}', pattern: '(' } },
          },
        },
      },
      'option `services.chat.actions.chat.pattern`: given `"("`, expected a regular expression',
    ],
    [
      {
        services: {
          chat: {
            ...custom,
            actions: { chat: { template: 'chat:{target}', most: 0 } },
          },
        },
      },
      'option `services.chat.actions.chat.most`: given `0`, expected a whole number from 1',
    ],
    ...['1a', 'a_b', 'a!'].map((name): [unknown, string] => [
      { services: { [name]: custom } },
      `option \`services.${name}\`: given \`"${name}"\`, expected a name of letters, digits, \`+\`, \`-\`, \`.\``,
    ]),
    ...['1a', 'a b', '-a'].map((name): [unknown, string] => [
      { services: { chat: { ...custom, actions: { [name]: custom.actions.chat } } } },
      `option \`services.chat.actions.${name}\`: given \`"${name}"\`, expected a name of letters, digits, \`-\``,
    ]),
    ...['1a', 'a b', '-a'].map((name): [unknown, string] => [
      withAction({ parameters: { [name]: {} } }),
      `option \`services.chat.actions.chat.parameters.${name}\`: given \`"${name}"\`, expected a name of letters, digits, \`-\``,
    ]),
    ...['template', 'pattern', 'form'].map((key): [unknown, string] => [
      withAction({ [key]: 5 }),
      `option \`services.chat.actions.chat.${key}\`: given \`5\`, expected a text`,
    ]),
    [
      withAction({ pattern: '\\-' }),
      'option `services.chat.actions.chat.pattern`: given `"\\\\-"`, expected a regular expression',
    ],
    [
      withAction({ parameters: 5 }),
      'option `services.chat.actions.chat.parameters`: given `5`, expected an object',
    ],
    [
      withAction({ label: '{x}' }),
      'option `services.chat.actions.chat.label`: given `"{x}"`, expected a phrase with no placeholders but `{targets}` and `{service}`',
    ],
    [
      { services: { chat: { ...custom, actions: 5 } } },
      'option `services.chat.actions`: given `5`, expected an object',
    ],
    [
      { services: { chat: { ...custom, example: 5 } } },
      'option `services.chat.example`: given `5`, expected a text',
    ],
    [
      { contacts: { support: { skype: ' ' } } },
      'option `contacts.support.skype`: given `" "`, expected an address of Skype, such as `echo123` (a Skype name starts with a letter and has at most 32 characters)',
    ],
    [
      { labels: { skype: { call: { one: '{x}' } } } },
      'option `labels.skype.call.one`: given `"{x}"`, expected a phrase with no placeholders but `{targets}` and `{service}`',
    ],
    [
      { labels: { skype: { call: { one: 'x', several: '{x}' } } } },
      'option `labels.skype.call.several`: given `"{x}"`, expected a phrase with no placeholders but `{targets}` and `{service}`',
    ],
  ])('%j names the path, what was given and what is expected', (options, reason) => {
    const [subject, ...rest] = reason.split(': ');
    expect(message(options)).toBe(
      `TypeError: Wrong ${subject} for remark-contact-links: ${rest.join(': ')}`,
    );
  });

  test('null and undefined stand for the default', () => {
    expect(
      message({
        invalid: null,
        retired: undefined,
        contacts: null,
        services: { a: null },
      }),
    ).toBe('nothing thrown');
  });
});

describe('other names of services', () => {
  test.each([
    [
      { contacts: { us: { email: 'a@b.org', mailto: 'a@b.org' } } },
      'contacts.us.mailto',
    ],
    [{ labels: { wa: { chat: 'x' }, whatsapp: { chat: 'y' } } }, 'labels.whatsapp'],
    [{ services: { tg: false, telegram: false } }, 'services.telegram'],
    [{ attributes: { 'phone:call': {}, 'tel:call': {} } }, 'attributes.tel:call'],
    [{ attributes: { '*:app': {}, '*:App': {} } }, 'attributes.*:App'],
    [{ redirect: { phone: 'teams', tel: 'teams' } }, 'redirect.tel'],
    [
      { redirect: { hosts: { intranet: 'b', INTRANET: 'c' } } },
      'redirect.hosts.INTRANET',
    ],
    [
      { redirect: { links: { 'aim:x': 'sms:+12015550123', 'AIM:x': 'tel:112' } } },
      'redirect.links.AIM:x',
    ],
  ])('are used once: %j', (options, path) => {
    const error = (() => {
      try {
        return resolveSettings(options as Options);
      } catch (cause) {
        return cause;
      }
    })();
    expect(error).toBeInstanceOf(OptionError);
    expect(error).toMatchObject({
      path: path.split('.'),
      message: expect.stringContaining('use one of the two'),
    });
  });

  test('turn the service off', () => {
    const { names } = resolveSettings({ services: { email: false } } as Options);
    expect(['email', 'mail', 'mailto'].filter((name) => names.has(name))).toEqual([]);
  });

  test('are free for a service of the site, as are the names that there are', () => {
    const own = {
      title: 'Own',
      example: 'x',
      actions: { go: { template: 'https://own.example/{target}' } },
    };
    const { names } = resolveSettings({
      services: { mail: own, meet: own },
    } as Options);
    expect(names.get('mail')?.title).toBe('Own');
    expect(names.get('meet')?.title).toBe('Own');
    expect(names.get('email')?.name).toBe('mailto');
  });
});

describe('a JSON Schema', () => {
  test('is taken, for the options and for the address book, and not read', () => {
    const $schema = './schema.json';
    const contacts = { $schema, alice: { teams: 'alice@contoso.com' } };
    const options = { $schema, contacts } as unknown as Options;
    expect(resolveSettings(options)).toMatchObject({
      contacts: { alice: { teams: 'alice@contoso.com' } },
    });
    expect(resolveSettings({ $schema: null })).toBeDefined();
    expect(Object.keys(resolveSettings(options).contacts)).toEqual(['alice']);
  });

  test.each([
    [
      { $schema: 1 },
      'Wrong option `$schema` for remark-contact-links: given `1`, expected a text',
    ],
    [
      { contacts: { $schema: {} } },
      'Wrong option `contacts.$schema` for remark-contact-links: given `{}`, expected a text',
    ],
    [
      { labels: { $schema: 'x' } },
      'Wrong option `labels.$schema` for remark-contact-links: it does not exist',
    ],
  ])('%j is wrong', (options, reason) => {
    expect(message(options)).toContain(reason);
  });
});

describe('a host that a site sets', () => {
  const long = `${'a.'.repeat(126)}a`;

  test.each([
    ['jitsi', 'a.example:0'],
    ['jitsi', 'a.example:1:2'],
    ['jitsi', 'a.example:x80'],
    ['jitsi', 'a.example:80x'],
    ['jitsi', `${long}.`],
    ['webex', 'webex.com'],
    ['webex', 'a.b.webex.com'],
    ['webex', 'a.webex.com.example'],
    ['webex', 'a/b.webex.com'],
    ['zoom', 'azoom.us'],
    ['zoom', 'zoom.us.example'],
    ['zoom', 'a/b.zoom.us'],
  ])('is not one of %s: %s', (service, host) => {
    expect(message({ services: { [service]: { host } } })).toContain(
      `Wrong option \`services.${service}.host\` `,
    );
  });

  test.each([
    ['jitsi', 'localhost:65535'],
    ['jitsi', long],
    ['webex', 'A.webex.com'],
    ['zoom', 'zoom.us'],
    ['zoom', 'a.b.zoom.us'],
  ])('is one of %s: %s', (service, host) => {
    expect(message({ services: { [service]: { host } } })).toBe('nothing thrown');
  });
});

describe('an option of the wrong type', () => {
  test.each(['attributes', 'contacts', 'labels', 'redirect', 'services'])(
    'is named: %s',
    (option) => {
      expect(message({ [option]: 5 })).toContain(
        `\`${option}\` for remark-contact-links: given \`5\`, expected an object`,
      );
    },
  );

  test.each(['locale', 'nearMisses'])('is named: %s', (option) => {
    expect(message({ [option]: 5 })).toContain(
      `\`${option}\` for remark-contact-links: given \`5\`, expected `,
    );
  });

  test.each([
    ['labels', { phone: { call: 'A' }, tel: { call: 'B' } }],
    [
      'services',
      { mattermost: { host: 'a.example' }, MatterMost: { host: 'b.example' } },
    ],
  ])('has one name for each service: %s', (option, value) => {
    const [first, second] = Object.keys(value);
    expect(message({ [option]: value })).toContain(
      `\`${option}.${second}\` for remark-contact-links: it is the same as \`${first}\``,
    );
  });
});
