import { internationalPhone } from './phone.js';
import type { Action, Service } from './service.js';

const chat: Action = {
  address: internationalPhone,
  most: 1,
  parameters: {},
  label: { one: 'Chat with {targets} on {service}' },
  // Signal does not decode this part: the `+` has to stay as it is.
  href: ([number = '']) => `https://signal.me/#p/${number}`,
};

/** Signal, as its clients take links. */
export const signal: Service = {
  name: 'signal',
  title: 'Signal',
  schemes: ['https'],
  example: '+1 201 555 0123',
  bare: chat,
  actions: { chat },
};
