import { encodeFields } from './encode.js';
import { isHost, withHost } from './host.js';
import type { Action, Service } from './service.js';
import { matching } from './targets.js';

/**
 * Make the service.
 *
 * @param host
 *   Where the meetings are. Default: `zoom.us`.
 */
function zoomAt(host = 'zoom.us') {
  const join = {
    address: matching(
      /^(?:(?:[ -]*\d){9,11}|my\/[a-z][a-z\d.]{4,39})$/i,
      'a Zoom meeting is written by its number of 9 to 11 digits, or `my/name`',
      (target) =>
        target.includes('/')
          ? target.replace(/^my/i, 'my')
          : `j/${target.replace(/\D/g, '')}`,
    ),
    most: 1,
    noun: 'meeting',
    parameters: {
      pwd: { secret: true, otherNames: ['passcode', 'password', 'pass', 'pw', 'code'] },
    },
    label: { one: 'Join {service} meeting {targets}' },
    href: ([meeting], { pwd }) =>
      `https://${host}/${meeting}${encodeFields('?', { pwd })}`,
  } satisfies Action;
  return {
    name: 'zoom',
    title: 'Zoom',
    schemes: ['https'],
    example: '123 4567 8901',
    bare: join,
    actions: { join },
  } satisfies Service;
}

/**
 * Zoom, with links as in its invitations: no page of Zoom's describes them. Personal links,
 * `my/name`, have 5 to 40 letters, digits and dots, as universities tell their members.
 *
 * @see https://support.zoom.us/hc/de/articles/215062646
 *   Its hosts; read on 2026-11-27.
 */
export const zoom = withHost(zoomAt, {
  matches: (value) => isHost(value) && /^(?:.+\.)?zoom\.us$/i.test(value),
  form: 'a host of Zoom, such as `company.zoom.us`',
}) satisfies Service;
