import { encodeFields } from './encode.js';
import { internationalPhone } from './phone.js';
import type { Action, Service } from './service.js';

const text = {
  // Short codes work in one country only, but no other form of them exists.
  address: (target) =>
    /^\d{3,8}$/.test(target) ? { address: target } : internationalPhone(target),
  noun: 'number',
  parameters: { body: { isText: true, otherNames: ['text', 'message', 'msg'] } },
  label: { one: 'Text {targets}' },
  href: (numbers, { body }) => `sms:${numbers.join(',')}${encodeFields('?', { body })}`,
} satisfies Action;

/**
 * Text messages, by RFC 5724.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5724
 *   Read on 2026-11-27 (its grammar).
 */
export const sms = {
  name: 'sms',
  title: 'SMS',
  schemes: ['sms'],
  example: '+1 201 555 0123',
  bare: text,
  actions: { text },
} satisfies Service;
