import { encode } from './encode.js';
import { found } from './forbidden.js';
import { host } from './host.js';
import type { Action, Service } from './service.js';

/**
 * @param host
 *   Where the meetings are: `meet.jit.si`, or a server of one's own.
 */
function jitsiAt(host: string) {
  const join = {
    address(target) {
      // Jitsi takes these out of a name, so that two names would be one room.
      const stranger = found(/[\s:?#[\]@!$&'()*+,;=><"/%\\]/, target);
      if (/^\.+$/.test(target)) return { reason: 'a room has a name' };
      return stranger
        ? { reason: `the name of a room cannot hold ${stranger}` }
        : { address: target };
    },
    most: 1,
    parameters: {},
    label: { one: 'Join {targets} on {service}' },
    href: ([room = '']) => `https://${host}/${encode(room)}`,
  } satisfies Action;
  return {
    name: 'jitsi',
    title: 'Jitsi Meet',
    schemes: ['https'],
    example: 'OurMeeting',
    bare: join,
    actions: { join },
  } satisfies Service;
}

/** Jitsi Meet, by its handbook. */
export const jitsi = {
  ...jitsiAt('meet.jit.si'),
  settings: { host },
  configure: ({ host }) => jitsiAt(host ?? 'meet.jit.si'),
} satisfies Service;
