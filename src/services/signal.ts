import { internationalPhone } from './phone.js';
import type { Action, Service } from './service.js';
import { matching } from './targets.js';

/** A username as links have it: 48 bytes in base64url. */
const username = /^eu\/[\w-]{64}$/;

const chat = {
  address: (target) => {
    if (username.test(target)) return { address: target };
    return /^[a-z]/i.test(target)
      ? { reason: 'a username is written as in its link, `eu/…` with 64 characters' }
      : internationalPhone(target);
  },
  most: 1,
  parameters: {},
  label: { one: 'Chat with {targets} on {service}' },
  // Signal does not decode this part: the `+` has to stay as it is.
  href: ([target]) => `https://signal.me/#${target.replace('+', 'p/+')}`,
} satisfies Action;

const join = {
  example: 'CjQKIDVGVwQ9ZAcV-mAf',
  address: matching(
    /^#?[\w-]+$/,
    'a group is written by what is after `#` in its link',
    (target) => target.replace('#', ''),
  ),
  most: 1,
  noun: 'group',
  parameters: {},
  label: { one: 'Join a group on {service}' },
  href: ([code]) => `https://signal.group/#${code}`,
} satisfies Action;

/**
 * Signal, as its clients take links.
 *
 * @see https://github.com/signalapp/Signal-Desktop/blob/main/ts/util/signalRoutes.ts
 *   Read on 2026-11-27.
 */
export const signal = {
  name: 'signal',
  title: 'Signal',
  schemes: ['https'],
  example: '+1 201 555 0123',
  bare: chat,
  actions: { chat, join },
} satisfies Service;
