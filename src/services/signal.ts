import { internationalPhone } from './phone.js';
import type { Action, Service } from './service.js';
import { numbers } from './targets.js';

const chat = {
  address: internationalPhone,
  most: 1,
  noun: numbers,
  parameters: {},
  label: { one: 'Chat with {targets} on {service}' },
  // Signal does not decode this part: the `+` has to stay as it is.
  href: ([number = '']) => `https://signal.me/#p/${number}`,
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
  actions: { chat },
} satisfies Service;
