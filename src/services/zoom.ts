import { encodeFields } from './encode.js';
import type { Action, Service } from './service.js';
import { matching } from './targets.js';

const join = {
  address: matching(
    /^(?:[ -]*\d){9,11}$/,
    'the number of a Zoom meeting has 9 to 11 digits',
    (target) => target.replace(/\D/g, ''),
  ),
  most: 1,
  noun: { one: 'meeting', several: 'meetings' },
  parameters: {
    pwd: { secret: true, otherNames: ['passcode', 'password', 'pass', 'pw', 'code'] },
  },
  label: { one: 'Join {service} meeting {targets}' },
  href: ([meeting = ''], { pwd }) =>
    `https://zoom.us/j/${meeting}${encodeFields('?', '&', { pwd })}`,
} satisfies Action;

/**
 * Zoom, as its invitations have links: no page of Zoom's describes them.
 *
 * @see https://support.zoom.us/hc/de/articles/215062646
 *   Its hosts; read on 2026-11-27.
 */
export const zoom = {
  name: 'zoom',
  title: 'Zoom',
  schemes: ['https'],
  example: '123 4567 8901',
  bare: join,
  actions: { join },
} satisfies Service;
