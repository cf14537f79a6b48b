import { encode } from './encode.js';
import { isHostWithPort, withHost, withoutHost } from './host.js';
import type { Action, Address, Refusal, Service } from './service.js';

/** What RFC 2812 (section 1.3) allows in the name of a channel, and 200 characters of RFC 1459. */
const channel = /^#[^\s,:]{1,199}$/u;

const form = 'a channel is written `irc.example.org/#channel`';

/**
 * Make the service.
 *
 * @param name
 *   `irc`, or `ircs` for connections over TLS.
 */
function serviceNamed<Name extends 'irc' | 'ircs'>(name: Name) {
  const ircAt = (host?: string) => {
    const join = {
      address(target): Address | Refusal {
        const [server = '', ...rest] = target.startsWith('#')
          ? [host, target]
          : target.split('/');
        if (!server) return withoutHost(name);
        if (!isHostWithPort(server) || rest.length === 0) {
          return { reason: form };
        }
        const room = rest.join('/');
        if (channel.test(room)) return { address: `${server}/${room}` };
        return !room.startsWith('#') && channel.test(`#${room}`)
          ? { reason: form, instead: `${server}/#${room}` }
          : { reason: 'the name of a channel has no spaces, `,` and `:`' };
      },
      most: 1,
      noun: 'channel',
      parameters: {
        key: {
          secret: true,
          otherNames: ['password', 'pwd', 'pw'],
          check: (value: string) =>
            /[\s,]/.test(value) ? 'a key has no spaces and no `,`' : undefined,
        },
      },
      label: { one: 'Join {targets}' },
      href: ([target], { key }) => {
        const server = target.replace(/\/.*/s, '');
        const room = encode(target.slice(server.length + 1));
        return `${name}://${server}/${room}${key ? `?${encode(key)}` : ''}`;
      },
    } satisfies Action;
    return {
      name,
      title: 'IRC',
      addresses: 'irc',
      schemes: [name],
      example: 'irc.libera.chat/#example',
      bare: join,
      actions: { join },
    } satisfies Service;
  };
  return withHost(ircAt);
}

/**
 * IRC.
 *
 * @see https://www.iana.org/assignments/uri-schemes/prov/irc
 * @see https://gist.github.com/TingPing/ec4934e9682c2db284b7ee5a49d7f6c6
 *   How HexChat reads these links; the key is the whole query. Both read on 2026-11-27.
 */
export const irc = serviceNamed('irc') satisfies Service;

/** IRC over TLS. */
export const ircs = serviceNamed('ircs') satisfies Service;
