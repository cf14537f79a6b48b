import { encode } from './encode.js';
import { isHost } from './host.js';
import { internationalPhone } from './phone.js';
import type { Action, Conflict, Service } from './service.js';

/** Digits, and the visual separators of RFC 3966 (section 5.1.1). */
const digits = /^[.()-]*\d[\d.()-]*$/;

/**
 * Whether a number may be that of an emergency or another short service, such as 112 and
 * 116 117, which has no form with a country code. RFC 3966 (section 5.1.5) gives 911 the
 * context `+1`.
 */
function isShort(number: string): boolean {
  return /^\d{3,6}$/.test(number.replace(/\D/g, ''));
}

const call = {
  address(target) {
    // People type spaces and slashes too, which the URI cannot have.
    const address = target.replace(/[\s/]/g, '');
    if (digits.test(address) && !target.startsWith('00')) return { address };
    const result = internationalPhone(target);
    return 'reason' in result ? result : { address };
  },
  most: 1,
  noun: 'number',
  parameters: {
    ext: {
      otherNames: ['extension', 'extn', 'x'],
      check: (value) =>
        digits.test(value) ? undefined : 'an extension has digits only',
    },
    'phone-context': {
      check: (value) =>
        /^\+\d[\d.()-]*$/.test(value) ||
        (isHost(value) && /^(?:.*\.)?[a-z]/i.test(value))
          ? undefined
          : 'write a domain, or `+` and the digits that belong before the number',
    },
  },
  label: { one: 'Call {targets}' },
  // RFC 3966 section 5.1.5: what is dialled differs from place to place.
  conflict: ([number], { 'phone-context': context }): Conflict | undefined =>
    number.startsWith('+') === (context === undefined)
      ? undefined
      : context === undefined
        ? {
            of: 'invalid-target',
            reason: isShort(number)
              ? 'A short number works in one country or network only; say which with `phone-context=` and its code with `+`, or its domain'
              : 'A number without a country code works in one country only; write it with `+` and the code, as in `+1 201 555 0123`',
          }
        : {
            of: 'invalid-parameter',
            parameter: 'phone-context',
            reason: '`phone-context` has no effect on a number with `+`; leave it out',
          },
  href: ([number], { ext, 'phone-context': context }) =>
    `tel:${number}${ext ? `;ext=${ext}` : ''}${
      context ? `;phone-context=${encode(context, '+()')}` : ''
    }`,
} satisfies Action;

/**
 * Phone numbers, by RFC 3966; `*` and `#` are refused, as they are codes for phones.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3966
 */
export const tel = {
  name: 'tel',
  otherNames: ['phone'],
  title: 'phone',
  schemes: ['tel'],
  example: '+1 201 555 0123',
  bare: call,
  actions: { call },
} satisfies Service;
