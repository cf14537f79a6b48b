import { encode, encodeFields } from './encode.js';
import { isDomain } from './host.js';
import type { Action, Address, Parameter, Refusal, Service } from './service.js';

const node = /^[^\s"#%&'/:<>?@]+$/;

/** A JID: `node@domain` or a domain, with a resource after a `/` (RFC 5122). */
function address(target: string): Address | Refusal {
  const bare = target.replace(/\/.*/s, '');
  const at = bare.lastIndexOf('@');
  const host = bare.slice(at + 1);
  return isDomain(host) &&
    !target.endsWith('/') &&
    (at < 0 ? host.includes('.') : node.test(bare.slice(0, at)))
    ? { address: target }
    : { reason: 'an XMPP address is written `name@example.com`' };
}

function encodeAddress(target: string): string {
  const bare = target.replace(/\/.*/s, '');
  const resource = target.slice(bare.length + 1);
  return encode(bare, '@') + (resource && `/${encode(resource)}`);
}

function action<Key extends string>(
  query: string,
  one: string,
  parameters: Readonly<Record<Key, Parameter>>,
  noun?: string,
): Action<Key> {
  return {
    address,
    most: 1,
    ...(noun ? { noun } : {}),
    parameters,
    label: { one },
    href: ([target], values) => {
      const keys = Object.keys(parameters);
      const ordered = Object.fromEntries(keys.map((key) => [key, values[key]]));
      return `xmpp:${encodeAddress(target)}${query}${encodeFields(';', ordered)}`;
    },
  };
}

const chat = action('?message', 'Chat with {targets}', {
  subject: { isText: true, otherNames: ['title', 'topic'] },
  body: { isText: true, otherNames: ['text', 'message'] },
});

/**
 * XMPP, by RFC 5122; its actions by XEP-0147, `join` by XEP-0045.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5122
 * @see https://xmpp.org/extensions/xep-0147.html
 */
export const xmpp = {
  name: 'xmpp',
  title: 'XMPP',
  schemes: ['xmpp'],
  example: 'romeo@montague.net',
  bare: {
    ...chat,
    // Without an action, the client decides what to do.
    href: (targets, parameters) =>
      chat.href(targets, parameters).replace(/\?message$/, ''),
  },
  actions: {
    chat,
    join: {
      ...action(
        '?join',
        'Join {targets}',
        { password: { secret: true, otherNames: ['pwd', 'pw', 'passcode'] } },
        'room',
      ),
      example: 'coven@chat.shakespeare.lit',
    },
    add: action('?roster', 'Add {targets} to contacts', { name: {} }),
  },
} satisfies Service;
