import { found } from './characters.js';
import { encode } from './encode.js';
import { isPhone } from './phone.js';
import type { Action, Address, Refusal, Service } from './service.js';

const host =
  /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)*[a-z\d](?:[a-z\d-]*[a-z\d])?(?::[1-9]\d{0,4})?$/i;

function address(target: string): Address | Refusal {
  const at = target.lastIndexOf('@');
  const user = target.slice(0, at);
  // A phone number as it is written, without what a SIP URI cannot hold.
  const name = isPhone(user) ? user.replace(/[\s/]/g, '') : user;
  const stranger = found(/[\s:?#%&"<>]/, name);
  if (at < 1 || !host.test(target.slice(at + 1))) {
    return { reason: 'a SIP address is written `name@example.com`, a port behind `:`' };
  }
  return stranger
    ? { reason: `the name in a SIP address cannot hold ${stranger}` }
    : { address: name + target.slice(at) };
}

/**
 * SIP and, over TLS, SIPS, by RFC 3261 section 19.1. A password is refused, as a page is
 * no place for one.
 */
function service(name: string, transports: ReadonlyArray<string>): Service {
  const call: Action = {
    address,
    most: 1,
    parameters: {
      transport: {
        check: (value) =>
          transports.includes(value.toLowerCase())
            ? undefined
            : `\`${name}\` knows ${transports.map((each) => `\`${each}\``).join(', ')}`,
      },
    },
    label: { one: 'Call {targets}' },
    href: ([target = ''], { transport }) => {
      const at = target.lastIndexOf('@');
      const user = target.slice(0, at);
      return `${name}:${encode(user, '+=$,;()')}${target.slice(at)}${
        transport ? `;transport=${transport.toLowerCase()}` : ''
      }${/^\+/.test(user) && isPhone(user) ? ';user=phone' : ''}`;
    },
  };
  return {
    name,
    title: name.toUpperCase(),
    schemes: [name],
    example: 'alice@example.com',
    bare: call,
    actions: { call },
  };
}

export const sip = service('sip', ['udp', 'tcp', 'sctp', 'tls', 'ws', 'wss']);

/** Everything reliable: a SIPS URI excludes UDP (RFC 3261 section 19.1.1). */
export const sips = service('sips', ['tcp', 'sctp', 'tls', 'ws', 'wss']);
