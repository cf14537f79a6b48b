import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Actions, Parameters } from '../src/core/names.js';
import type { ActionName, Contact, Options, ServiceName } from '../src/index.js';
import { registry } from '../src/services/index.js';

const { services } = registry;

/** The types as values; a name that is missing here, or too much, does not compile. */
const actions: { [Name in keyof Actions]: Record<Actions[Name], true> } = {
  skype: {
    call: true,
    video: true,
    chat: true,
    voicemail: true,
    add: true,
    userinfo: true,
    sendfile: true,
  },
  sfb: { call: true, video: true, chat: true },
  teams: { call: true, video: true, chat: true, meet: true },
  tel: { call: true },
  sms: { text: true },
  mailto: { email: true },
  sip: { call: true },
  sips: { call: true },
  xmpp: { chat: true, join: true, add: true },
  matrix: { chat: true, join: true },
  facetime: { call: true, video: true },
  whatsapp: { chat: true },
  telegram: { chat: true },
  signal: { chat: true },
  messenger: { chat: true },
  zoom: { join: true },
  meet: { join: true },
  jitsi: { join: true },
};
const parameters: { [Name in keyof Parameters]: Record<Parameters[Name], true> } = {
  skype: { topic: true },
  sfb: {},
  teams: {
    source: true,
    topic: true,
    message: true,
    tenant: true,
    subject: true,
    start: true,
    end: true,
    content: true,
  },
  tel: { ext: true, 'phone-context': true },
  sms: { body: true },
  mailto: { subject: true, cc: true, bcc: true, body: true },
  sip: { transport: true },
  sips: { transport: true },
  xmpp: { subject: true, body: true, password: true, name: true },
  matrix: { via: true },
  facetime: {},
  whatsapp: { text: true },
  telegram: { text: true },
  signal: {},
  messenger: { ref: true, text: true },
  zoom: { pwd: true },
  meet: {},
  jitsi: {},
};

describe('the names that types offer', () => {
  test('are those of the services', () => {
    expect(services.map((service) => service.name)).toEqual(Object.keys(actions));
  });

  test.each(services)('of $name are those it has', (service) => {
    const name = service.name as keyof Actions;
    expect(Object.keys(service.actions)).toEqual(Object.keys(actions[name]));
    const all = [service.bare, ...Object.values(service.actions)].flatMap((action) =>
      Object.keys(action?.parameters ?? {}),
    );
    expect(new Set(all)).toEqual(new Set(Object.keys(parameters[name])));
  });

  test('are completed, and others are allowed', () => {
    expectTypeOf<'skype'>().toExtend<ServiceName>();
    expectTypeOf<'my-chat'>().toExtend<ServiceName>();
    expectTypeOf<'voicemail'>().toExtend<ActionName>();
    expectTypeOf<Contact['parameters']['topic']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<keyof NonNullable<NonNullable<Options['labels']>['teams']>>().toExtend<
      string | number
    >();
    const options: Options = {
      attributes: { '*': { class: 'contact' }, 'skype:call': { rel: 'nofollow' } },
      contacts: { support: { name: 'us', teams: 'a@b.c', 'my-chat': 'x' } },
      labels: {
        teams: { chat: 'x', meet: { one: 'x', several: 'y' } },
        'my-chat': { z: 'x' },
      },
      services: { skype: false, matrix: { scheme: 'matrix' } },
    };
    expect(Object.keys(options)).toHaveLength(4);
    // @ts-expect-error A value that is none of those allowed.
    const wrong: Options = { invalid: 'throw' };
    // @ts-expect-error An option that does not exist.
    const unknown: Options = { invald: 'warn' };
    expect([wrong, unknown]).toHaveLength(2);
  });
});
