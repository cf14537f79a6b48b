import { type UriForm, uriReader } from './reader.js';

const people: Omit<UriForm, 'pattern'> = {
  item: /[^;]+/g,
  strip: /(?<!\/)\/+\s*$/,
  fields: { topic: 'topic' },
  saysWith: { blob: 'it is an invitation to a group, which names nobody' },
  actions: {
    call: 'call',
    chat: 'chat',
    voicemail: 'voicemail',
    add: 'add',
    userinfo: 'userinfo',
    sendfile: 'sendfile',
    video: 'video',
    'video=true': 'video',
  },
};

/**
 * Skype URIs as sites have them: several people, flags in any order and case, `skype://`, an
 * `&` that is still HTML; and `callto:`, which calls, as the clients of the time took it.
 *
 * What Skype allowed does not matter any more: its links are read to be moved elsewhere.
 *
 * @see https://learn.microsoft.com/skype-sdk/skypeuris/skypeuriapireference
 *   Read on 2026-11-27.
 */
export const skypeUris = uriReader({
  service: 'skype',
  schemes: ['skype', 'callto'],
  hosts: ['join.skype.com', 'web.skype.com'],
  isChecked: false,
  mistakes: [{ pattern: /&(?:amp|#38|#x26);/gi, instead: '&' }],
  // Fields that Skype does not know change nothing.
  ignored: /=/,
  forms: [
    { pattern: /^skype:(?:\/\/)?([^#]*)$/, ...people },
    { pattern: /^callto:(?:\/\/)?([^#]*)$/, action: 'call', ...people },
    { pattern: /\.com\/./, says: 'it names nobody' },
  ],
});
