import { uriReader } from './reader.js';

const host = String.raw`(?:[\w-]+\.)?zoom\.us`;

/**
 * Zoom: invitations, and the pages that they lead to, on the host of any company.
 *
 * @see https://support.zoom.us/hc/de/articles/215062646
 *   Read on 2026-11-27.
 */
export const zoomUris = uriReader({
  service: 'zoom',
  schemes: ['zoommtg'],
  hosts: ['zoom.us', '*.zoom.us'],
  tokens: /^(?:tk|zak)$/,
  forms: [
    {
      pattern: new RegExp(`^${host}\\/(?:[jw]|wc\\/join)\\/([^/#]+)$`),
      fields: { pwd: 'pwd' },
    },
    { pattern: new RegExp(`^${host}\\/(my\\/[^/#]+)$`), fields: { pwd: 'pwd' } },
    {
      pattern: new RegExp(`^${host}\\/wc\\/([^/#]+)\\/join$`),
      fields: { pwd: 'pwd' },
    },
    {
      pattern: new RegExp(`^zoommtg:\\/\\/${host}\\/join\\/?$`),
      fields: { confno: '', pwd: 'pwd' },
      actions: { 'action=join': 'join' },
    },
    {
      pattern: new RegExp(`^${host}\\/(?:[jsw]|my|wc|rec|webinar|meeting)(?:[/#]|$)`),
      says: 'it does not join a meeting by its number',
    },
  ],
});
