import { encode } from './encode.js';
import { isHost, withHost } from './host.js';
import type { Action, Service } from './service.js';
import { type Check, emailOnly, matching } from './targets.js';

/** The name of a personal room. */
const name = String.raw`(?=[\d._-]*[a-z])[\w.-]{1,64}`;
const inSite: Check = matching(
  new RegExp(`^[a-z\\d](?:[a-z\\d-]*[a-z\\d])?\\/${name}$`, 'i'),
  'a room is written `site/name` for `site.webex.com/meet/name`; the name has a letter',
  (target) => target.replace('/', '.webex.com/meet/'),
);

/**
 * Make the service.
 *
 * @param host
 *   Host of the rooms that are written without a site. Default: rooms need a site.
 */
function webexAt(host?: string) {
  const onHost: Check = matching(
    new RegExp(`^${name}$`, 'i'),
    'a room is written by the name after `/meet/` in its address, which has a letter',
    (target) => `${host}/meet/${target}`,
  );
  const chat = {
    address: emailOnly,
    most: 1,
    parameters: {},
    label: { one: 'Chat with {targets} on {service}' },
    href: ([email]) => `webexteams://im?email=${encode(email, '@')}`,
  } satisfies Action;
  const join = {
    example: host ? 'alice' : 'example/alice',
    address: (target) =>
      host && !target.includes('/') ? onHost(target) : inSite(target),
    most: 1,
    noun: 'room',
    parameters: {},
    label: { one: 'Join {targets} on {service}' },
    href: ([room]) => `https://${room}`,
  } satisfies Action;
  return {
    name: 'webex',
    title: 'Webex',
    ...(host ? { host: host.toLowerCase() } : {}),
    schemes: ['webexteams', 'https'],
    example: 'alice@example.com',
    actions: { chat, join },
  } satisfies Service;
}

/**
 * Webex: chats, and personal rooms.
 *
 * @see https://help.webex.com/en-us/article/n5yzg8y
 *   Links to chats.
 * @see https://help.webex.com/en-us/njvqg5x
 *   Names of personal rooms. Both read on 2026-11-27.
 */
export const webex = withHost(webexAt, {
  matches: (value) => isHost(value) && /^[^.]+\.webex\.com$/i.test(value),
  form: 'a site of Webex, such as `example.webex.com`',
}) satisfies Service;
