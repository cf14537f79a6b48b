import { encode, encodeFields } from './encode.js';
import type { Action, Service } from './service.js';
import { matching } from './targets.js';

const page = matching(
  /^[a-z\d](?:[a-z\d.-]{0,73}[a-z\d])?$/i,
  'the name of a page on Messenger has letters, digits and dots',
);

const chat = {
  // Paths of one or two letters are conversations, groups and channels: `m.me/t/…`.
  address: (target) =>
    /^(?:ch|g|j|s|t)$/i.test(target)
      ? { reason: `\`${target}\` is a path of Messenger, not a page` }
      : page(target),
  noun: 'page',
  most: 1,
  parameters: {
    ref: {
      check: (value) =>
        value.length > 2083 ? '`ref` has at most 2083 characters' : undefined,
    },
    text: { isText: true, otherNames: ['body', 'message', 'msg'] },
  },
  label: { one: 'Chat with {targets} on {service}' },
  href: ([page], { ref, text }) =>
    `https://m.me/${encode(page)}${encodeFields('?', { ref, text })}`,
} satisfies Action;

/**
 * Messenger, by Meta's m.me links.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/messenger-platform/discovery/m-me-links
 *   Read on 2026-11-27.
 */
export const messenger = {
  name: 'messenger',
  title: 'Messenger',
  schemes: ['https'],
  example: 'OriginalCoastClothing',
  bare: chat,
  actions: { chat },
} satisfies Service;
