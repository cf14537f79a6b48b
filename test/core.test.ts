import { describe, expect, test } from 'vitest';
import {
  headOf,
  isHead,
  missingTargets,
  type Options,
  readUri,
  replace,
  resolveAsWritten,
  resolveSettings,
} from '../src/core/index.js';

const options: Options = {
  redirect: { skype: 'teams' },
  contacts: { alice: { name: 'Alice', skype: 'echo123', teams: 'alice@contoso.com' } },
};

/** Read a URI that somebody wrote. */
function contactOf(uri: string) {
  const answer = readUri(uri, resolveSettings());
  if (answer.kind !== 'read') throw new Error(`Expected the URI of a contact: ${uri}`);
  return answer.contact;
}

describe('the entry for tools', () => {
  test('tells what a URI becomes, and as which shorthand', () => {
    const link = replace(contactOf('skype:echo123?call'), resolveSettings(options));
    expect(link).toMatchObject({
      contact: { service: 'teams', action: 'call', targets: ['@alice'] },
      label: 'Call Alice with Teams',
      url: 'https://teams.microsoft.com/l/call/0/0?users=alice%40contoso.com',
    });
  });

  test('tells what a service never had', () => {
    const contact = { ...contactOf('skype:echo123?call'), action: 'dance' };
    expect(replace(contact, resolveSettings(options))).toMatchObject({
      kind: 'problem',
      reason: 'No replacement for this link: Skype has no `dance`',
    });
  });

  test('tells who is missing in the address book', () => {
    const contact = contactOf('skype:echo123;dave;+12015550123?call');
    expect(missingTargets(contact, resolveSettings(options))).toEqual(['dave']);
    expect(missingTargets(contact, resolveSettings())).toEqual([]);
  });

  test.each([
    ['[[skype:call a]]', 'skype:call a'],
    ['[[skype:call a|b *c*]]', 'skype:call a'],
    ['[[skype:call a\\|b]]', 'skype:call a'],
    ['[[skype:chat a topic="b|c"]]', 'skype:chat a topic="b|c"'],
  ])('finds the head of %s', (shorthand, head) => {
    expect(headOf(shorthand, resolveSettings(options).names)).toBe(head);
  });

  test.each([
    ['skype:call a', true],
    ['skype:call a]', false],
    ['skype:call a]]', false],
    ['skype:call a|b', false],
    ['skype:call a\nb', false],
    ['skpye:call a', false],
  ])('tells whether %j is a head: %j', (text, expected) => {
    expect(isHead(text, resolveSettings(options).names)).toBe(expected);
  });

  test('accepts only heads of services that exist', () => {
    expect(() => resolveAsWritten('skpye:call a', resolveSettings(options))).toThrow(
      'Expected the name of a registered service',
    );
  });
});
