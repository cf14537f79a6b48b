import { encode } from './encode.js';
import { found } from './forbidden.js';
import { withHost } from './host.js';
import type { Action, Service } from './service.js';

/**
 * Paths for which the web server of Jitsi Meet has files of its own, and no meeting.
 *
 * @see https://github.com/jitsi/jitsi-meet/blob/master/doc/debian/jitsi-meet/jitsi-meet.example
 */
const files =
  /^(?:(?:interface_)?config\.js|external_api\.js|libs|css|static|images|fonts|lang|sounds|http-bind|xmpp-websocket|colibri-ws|conference-request|\.well-known)$/i;

/**
 * Make the service.
 *
 * @param host
 *   Where the meetings are. Default: `meet.jit.si`.
 */
function jitsiAt(host = 'meet.jit.si') {
  const join = {
    address(target) {
      // Jitsi takes these out of a name, so that two names would be one room.
      const stranger = found(/[\s:?#[\]@!$&'()*+,;=><"/%\\]/, target);
      if (/^\.+$/.test(target))
        return { reason: 'the name of a room cannot be dots alone' };
      if (files.test(target)) {
        return { reason: `\`${target}\` is a file of Jitsi Meet, not a room` };
      }
      return stranger
        ? {
            reason: `the name of a room cannot contain ${stranger}`,
            instead: target.replaceAll(' ', ''),
          }
        : { address: target };
    },
    most: 1,
    noun: 'room',
    parameters: {},
    label: { one: 'Join {targets} on {service}' },
    href: ([room]) => `https://${host}/${encode(room)}`,
  } satisfies Action;
  return {
    name: 'jitsi',
    title: 'Jitsi Meet',
    host: host.toLowerCase(),
    schemes: ['https'],
    example: 'OurMeeting',
    bare: join,
    actions: { join },
  } satisfies Service;
}

/**
 * Jitsi Meet, by its handbook.
 *
 * @see https://jitsi.github.io/handbook/docs/user-guide/user-guide-advanced
 *   Read on 2026-11-27.
 */
export const jitsi = withHost(jitsiAt) satisfies Service;
