import { encode } from './encode.js';
import { withHost, withoutHost } from './host.js';
import type { Action, Service } from './service.js';
import { matching } from './targets.js';

/** Encode with `.` in place of `%`; so `.` itself is encoded too. */
function encodeWithDots(text: string): string {
  return encode(text).replace(/\./g, '%2E').replace(/%/g, '.');
}

const isChannel = matching(
  /^[1-9]\d*(?:-[^/]*)?(?:\/\S.*)?$/u,
  'a channel is written `42` or `42-name`, by the id in its link; a topic follows `/`',
);

/**
 * Make the service.
 *
 * @param host
 *   Where the organization is. Default: none; links need one.
 */
function zulipAt(host?: string) {
  const channel = {
    address: (target) => (host ? isChannel(target) : withoutHost('zulip')),
    most: 1,
    noun: 'channel',
    parameters: {},
    label: { one: 'Open {targets} on {service}' },
    href: ([target]) => {
      const name = target.replace(/\/.*/s, '');
      const topic = target.slice(name.length + 1);
      const id = encodeWithDots(name.replace(/ /g, '-'));
      return `https://${host}/#narrow/channel/${id}${topic && `/topic/${encodeWithDots(topic)}`}`;
    },
  } satisfies Action;
  return {
    name: 'zulip',
    title: 'Zulip',
    ...(host ? { host: host.toLowerCase() } : {}),
    schemes: ['https'],
    example: '42-general',
    bare: channel,
    actions: { channel },
  } satisfies Service;
}

/**
 * Zulip, on the server that a site sets.
 *
 * @see https://zulip.com/api/zulip-urls
 *   Read on 2026-11-27.
 */
export const zulip = withHost(zulipAt) satisfies Service;
