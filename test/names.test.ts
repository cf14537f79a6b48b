import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Actions, Parameters } from '../src/core/names.js';
import type {
  ActionName,
  Contact,
  Options,
  ParameterName,
  ServiceName,
} from '../src/index.js';
import { services } from '../src/services/index.js';

test.each(Object.entries(services))(
  '%s is registered under its name',
  (key, service) => {
    expect(service.name).toBe(key);
  },
);

describe('types', () => {
  test('know the names of services, actions and parameters', () => {
    expectTypeOf<Actions['xmpp']>().toEqualTypeOf<'chat' | 'join' | 'add'>();
    expectTypeOf<Parameters['skype']>().toEqualTypeOf<'topic'>();
    expectTypeOf<Parameters['tel']>().toEqualTypeOf<'ext' | 'phone-context'>();
    expectTypeOf<Parameters['meet']>().toEqualTypeOf<never>();
    expectTypeOf<'skype'>().toExtend<ServiceName>();
    expectTypeOf<'my-chat'>().toExtend<ServiceName>();
    expectTypeOf<'voicemail'>().toExtend<ActionName>();
    expectTypeOf<'topic'>().toExtend<ParameterName>();
    expectTypeOf<Contact['parameters']['topic']>().toEqualTypeOf<string | undefined>();
  });

  test('take what options allow', () => {
    expectTypeOf<{
      attributes: {
        '*': { class: 'contact' };
        '*:app': { target: '_self' };
        'skype:call': { rel: 'nofollow' };
      };
      contacts: { support: { name: 'us'; teams: 'a@b.c' } };
      labels: { teams: { chat: 'x'; meet: { one: 'x'; several: 'y' } } };
      redirect: { skype: 'teams'; 'skype:': 'teams:chat' };
      services: { skype: false; matrix: { scheme: 'matrix' } };
    }>().toExtend<Options>();
  });

  test('take the services of a site where it names them', () => {
    type WithOwn = {
      contacts: { support: { crm: 'x' } };
      labels: { crm: { open: 'x' } };
      redirect: { skype: 'crm:open' };
      attributes: { 'crm:open': { class: 'x' } };
      services: {
        crm: {
          title: 'CRM';
          example: 'x';
          actions: { open: { template: 'https://crm.example/{target}' } };
        };
      };
    };
    expectTypeOf<WithOwn>().toExtend<Options<'crm'>>();
    expectTypeOf<WithOwn>().toExtend<Options<string>>();
  });

  test('refuse what options refuse', () => {
    expectTypeOf<{ invalid: 'throw' }>().not.toExtend<Options>();
    // @ts-expect-error An option that does not exist.
    expectTypeOf<Options>().toHaveProperty('invald');
    expectTypeOf<NonNullable<Options['contacts']>[string]>().not.toHaveProperty(
      'teamz',
    );
    expectTypeOf<{ redirect: { skype: 'teems' } }>().not.toExtend<Options>();
    expectTypeOf<{
      services: { matrix: { scheme: 'http' } };
    }>().not.toExtend<Options>();
    expectTypeOf<{ services: { skype: { host: 'x' } } }>().not.toExtend<Options>();
    expectTypeOf<NonNullable<Options['attributes']>>().not.toHaveProperty('*:call');
    type Attributes = NonNullable<NonNullable<Options['attributes']>['*']>;
    expectTypeOf<Attributes>().toHaveProperty('class');
    expectTypeOf<Attributes>().not.toHaveProperty('onclick');
  });

  test('let hosts pass the plugin on as a plain function', async () => {
    const { default: plugin } = await import('../src/index.js');
    expectTypeOf(plugin).toExtend<(options?: Options) => unknown>();
    expect(plugin).toHaveLength(1);
  });
});
