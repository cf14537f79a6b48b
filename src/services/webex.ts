import { encode } from './encode.js';
import type { Service } from './service.js';
import { emailOnly, matching } from './targets.js';

/**
 * Webex: chats, and personal rooms.
 *
 * @see https://help.webex.com/en-us/article/n5yzg8y
 *   Links to chats.
 * @see https://help.webex.com/en-us/njvqg5x
 *   Names of personal rooms. Both read on 2026-11-27.
 */
export const webex = {
  name: 'webex',
  title: 'Webex',
  schemes: ['webexteams', 'https'],
  example: 'alice@example.com',
  actions: {
    chat: {
      address: emailOnly,
      most: 1,
      parameters: {},
      label: { one: 'Chat with {targets} on {service}' },
      href: ([email = '']) => `webexteams://im?email=${encode(email, '@')}`,
    },
    join: {
      example: 'example/alice',
      address: matching(
        /^[a-z\d](?:[a-z\d-]*[a-z\d])?\/(?=[\d._-]*[a-z])[\w.-]{1,64}$/i,
        'a room is written `site/name` for `site.webex.com/meet/name`; the name has a letter',
      ),
      most: 1,
      noun: { one: 'room', several: 'rooms' },
      parameters: {},
      label: { one: 'Join {targets} on {service}' },
      href: ([room = '']) => `https://${room.replace('/', '.webex.com/meet/')}`,
    },
  },
} satisfies Service;
