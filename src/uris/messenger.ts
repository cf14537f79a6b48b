import { uriReader } from './reader.js';

/**
 * Messenger, by Meta's m.me links.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/messenger-platform/discovery/m-me-links
 *   Read on 2026-11-27.
 */
export const messengerUris = uriReader({
  service: 'messenger',
  schemes: [],
  hosts: ['m.me', 'www.m.me'],
  forms: [
    {
      pattern: /m\.me\/([^/#]+)$/,
      fields: { ref: 'ref', text: 'text' },
      loose: /^/,
    },
    { pattern: /m\.me\/./, says: 'it is a conversation, not a page' },
  ],
});
