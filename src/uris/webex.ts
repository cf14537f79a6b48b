import { uriReader } from './reader.js';

/**
 * Webex: chats, and personal rooms on any site.
 *
 * @see https://help.webex.com/en-us/article/n5yzg8y
 *   Read on 2026-11-27.
 */
export const webexUris = uriReader({
  service: 'webex',
  schemes: ['webexteams'],
  hosts: ['*.webex.com'],
  forms: [
    {
      pattern: /^webexteams:\/\/im\/?$/,
      action: 'chat',
      fields: { email: '' },
      saysWith: { space: 'it opens a space' },
    },
    { pattern: /^HOST\/(?:meet|join)\/([^/#]+)$/, action: 'join', loose: /^/ },
    {
      pattern: /^([\w-]+\.webex\.com\/(?:meet|join)\/[^/#]+)$/,
      action: 'join',
      strip: /\.webex\.com\/(?:meet|join)/,
      loose: /^/,
    },
    { pattern: /^(?:HOST|[\w-]+\.webex\.com)\/./, says: 'it is not a personal room' },
  ],
});
