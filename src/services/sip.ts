import { encode } from './encode.js';
import { found } from './forbidden.js';
import { isHostWithPort } from './host.js';
import { oneOf } from './one-of.js';
import type { Action, Address, Refusal, Service } from './service.js';

function address(target: string): Address | Refusal {
  const at = target.lastIndexOf('@');
  const user = target.slice(0, at);
  const name = target.slice(at + 1).replace(/:.*/, '');
  // A phone number as it is written, without what a SIP URI cannot hold.
  const written = isNumber(user) ? user.replace(/[ /]/g, '') : user;
  const stranger = found(/[\s:?#%&"<>/*]/u, written) ?? found(/[^a-z\d.-]/iu, name);
  if (at > 0 && stranger) return { reason: `a SIP address cannot contain ${stranger}` };
  return at > 0 && isHostWithPort(target.slice(at + 1))
    ? { address: written + target.slice(at) }
    : {
        reason:
          'a SIP address is written `name@example.com`, or with a port `name@example.com:5061`',
      };
}

function isNumber(user: string): boolean {
  return /^\+[\d ().\-/]+$/.test(user);
}

/** A user part may have parameters of its own (RFC 3261 section 25.1, `user-unreserved`). */
const userWithParameters = /[^\s;@"]{1,255}(?:;[^\s;@"]{1,255}){1,16}@[^\s;@"]{1,255}/y;

/**
 * Make the service.
 *
 * @param name
 *   `sip`, or `sips` for connections over TLS.
 * @param transports
 *   Values of parameter `transport`.
 */
function service(name: string, transports: ReadonlyArray<string>) {
  const call = {
    address,
    most: 1,
    noun: 'address',
    wholeTarget: userWithParameters,
    parameters: {
      transport: oneOf(transports),
    },
    label: { one: 'Call {targets}' },
    href: ([target], { transport }) => {
      const at = target.lastIndexOf('@');
      const user = target.slice(0, at);
      return `${name}:${encode(user, '+=$,;()')}${target.slice(at)}${
        transport ? `;transport=${transport.toLowerCase()}` : ''
      }${isNumber(user) ? ';user=phone' : ''}`;
    },
  } satisfies Action;
  return {
    name,
    title: name.toUpperCase(),
    addresses: 'sip',
    schemes: [name],
    example: 'alice@example.com',
    bare: call,
    actions: { call },
  } satisfies Service;
}

/**
 * SIP. A password is refused, as a page is no place for one.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3261#section-19.1
 */
export const sip = service('sip', ['udp', 'tcp', 'sctp', 'tls', 'ws', 'wss']);

/**
 * SIP over TLS. It has every transport that is reliable: a SIPS URI excludes UDP (section
 * 19.1.1).
 *
 * @see https://www.rfc-editor.org/rfc/rfc3261#section-19.1
 */
export const sips = service('sips', ['tcp', 'sctp', 'tls', 'ws', 'wss']);
