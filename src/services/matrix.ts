import { encode, encodeFields } from './encode.js';
import { isHostWithPort } from './host.js';
import type { Action, Service } from './service.js';

/** A user, an alias of a room, or the id of a room, with its server after the first `:`. */
const name = /^(?:@[\w.=/+-]+|#[^\s:?]+|![^\s:?#/]+)(?=:)/;
/** The id of a room since room version 12: the hash of its first event. */
const roomHash = /^![\w-]+$/;

/** Whether a text is a name with one of some sigils, and its server. */
function isName(sigils: string, text: string): boolean {
  const [before = ''] = name.exec(text) ?? [];
  return (
    sigils.includes(text.charAt(0)) &&
    before !== '' &&
    isHostWithPort(text.slice(before.length + 1))
  );
}

/** Say what is wrong with a text that is not a name: its server, or else its form. */
function faultOf(target: string, form: string): string {
  const [before = ''] = name.exec(target) ?? [];
  const server = target.slice(before.length + 1);
  return before !== '' && !isHostWithPort(server)
    ? `\`${server}\` is not the name of a server, such as \`example.org\``
    : form;
}

/** The types of `matrix:` URIs by the sigil of the name. */
const types: Readonly<Record<string, string>> = { '@': 'u', '#': 'r', '!': 'roomid' };

/**
 * Make the service.
 *
 * @param scheme
 *   `https` links to matrix.to, which lets people choose a client; `matrix` opens the client
 *   of the system.
 */
function matrixWith(scheme: string) {
  const isNative = scheme === 'matrix';
  const href =
    (action: string): Action['href'] =>
    ([target], { via }) => {
      const sigil = target.charAt(0);
      const named = isNative
        ? `matrix:${types[sigil]}/${encode(target.slice(1), ':')}`
        : `https://matrix.to/#/${encode(target, '@:')}`;
      const fields = (via?.split(/[\s,]+/) ?? []).map((name) =>
        encodeFields('', { via: name }, ':'),
      );
      const query = [...(isNative ? [`action=${action}`] : []), ...fields].join('&');
      return `${named}${query && `?${query}`}`;
    };
  const chat = {
    address: (target) =>
      isName('@', target)
        ? { address: target }
        : {
            reason: faultOf(
              target,
              'a Matrix user is written `@name:example.org`, a room `#name:example.org`',
            ),
          },
    most: 1,
    parameters: {},
    label: { one: 'Chat with {targets}' },
    href: href('chat'),
  } satisfies Action;
  const join = {
    example: '#room:example.org',
    address: (target) =>
      isName('#!', target) || roomHash.test(target)
        ? { address: target }
        : { reason: faultOf(target, 'a Matrix room is written `#name:example.org`') },
    noun: 'room',
    most: 1,
    parameters: {
      via: {
        check: (value) =>
          value.split(/[\s,]+/).every(isHostWithPort)
            ? undefined
            : 'write the names of servers, with commas between them',
      },
    },
    label: { one: 'Join {targets}' },
    href: href('join'),
  } satisfies Action;
  return {
    name: 'matrix',
    title: 'Matrix',
    schemes: [scheme],
    example: '@alice:example.org',
    hasAtAddresses: true,
    bare: {
      ...join,
      address: (target) =>
        /^[#!]/.test(target) ? join.address(target) : chat.address(target),
      conflict: ([target], { via }) =>
        via && target.startsWith('@')
          ? {
              of: 'invalid-parameter',
              parameter: 'via',
              reason: '`via` has no effect on a user; it is for rooms',
            }
          : undefined,
      href: (targets, parameters) =>
        (targets[0].startsWith('@') ? chat : join).href(targets, parameters),
    },
    actions: { chat, join },
  } satisfies Service;
}

/**
 * Matrix: users and rooms.
 *
 * Matrix specification, appendices, `matrix:` URI scheme and matrix.to navigation.
 *
 * @see https://spec.matrix.org/latest/appendices/
 *   Read on 2026-11-27.
 * @see https://spec.matrix.org/latest/rooms/v12/
 *   Read on 2026-11-27 (rooms without a domain).
 */
export const matrix = {
  ...matrixWith('https'),
  settings: {
    scheme: { values: ['https', 'matrix'] as const, form: '`https` or `matrix`' },
  },
  configure: ({ scheme }) => matrixWith(scheme ?? 'https'),
} satisfies Service;
