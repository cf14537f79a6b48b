import { encodeFields } from './encode.js';
import { internationalPhone } from './phone.js';
import type { Action, Service } from './service.js';

const chat = {
  address: internationalPhone,
  most: 1,
  noun: 'number',
  parameters: { text: { isText: true, otherNames: ['body', 'message', 'msg'] } },
  label: { one: 'Chat with {targets} on {service}' },
  // In these links, the number has no `+`.
  href: ([number], { text }) =>
    `https://wa.me/${number.slice(1)}${encodeFields('?', { text })}`,
} satisfies Action;

/**
 * WhatsApp, click to chat.
 *
 * @see https://faq.whatsapp.com/ko/general/26000030/
 *   Read on 2026-11-27.
 */
export const whatsapp = {
  name: 'whatsapp',
  otherNames: ['wa'],
  title: 'WhatsApp',
  schemes: ['https'],
  example: '+1 201 555 0123',
  bare: chat,
  actions: { chat },
} satisfies Service;
