import { encodeFields } from './encode.js';
import type { Action, Service } from './service.js';
import { type Check, emailOnly, phoneOrEmail } from './targets.js';

function single(
  address: Check,
  path: string,
  one: string,
  video?: string,
): Action<never> {
  return {
    address,
    most: 1,
    parameters: {},
    label: { one },
    href: ([id]) => `ms-sfb://${path}${encodeFields('?', { id, video })}`,
  };
}

/**
 * Skype for Business, mobile apps.
 *
 * Microsoft, Skype for Business mobile URIs: a chat takes an e-mail address, a call a phone
 * number too.
 *
 * @see https://learn.microsoft.com/en-us/skype-sdk/skype-for-business-uris/sfbmobileuri
 *   Read on 2026-11-27.
 */
export const sfb = {
  name: 'sfb',
  title: 'Skype for Business',
  schemes: ['ms-sfb'],
  example: 'alice@contoso.com',
  actions: {
    call: single(phoneOrEmail, 'call', 'Call {targets} with {service}'),
    video: single(phoneOrEmail, 'call', 'Video call {targets} with {service}', 'true'),
    chat: single(emailOnly, 'chat', 'Chat with {targets} in {service}'),
  },
} satisfies Service;
