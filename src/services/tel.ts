import { encode } from './encode.js';
import { internationalPhone } from './phone.js';
import type { Action, Service } from './service.js';

/** Digits, and what RFC 3966 (section 5.1.1) has for visual separators. */
const digits = /^[.()-]*\d[\d.()-]*$/;

const call = {
  address(target) {
    // People type spaces and slashes too, which the URI cannot have.
    const address = target.replace(/[\s/]+/g, '');
    if (digits.test(address) && !target.startsWith('00')) return { address };
    const result = internationalPhone(target);
    return 'reason' in result ? result : { address };
  },
  most: 1,
  parameters: {
    ext: {
      check: (value) =>
        digits.test(value) ? undefined : 'an extension has digits only',
    },
    'phone-context': {
      check: (value) =>
        /^\+\d[\d.()-]*$/.test(value) || /^(?:[a-z\d-]+\.)*[a-z][a-z\d-]*$/i.test(value)
          ? undefined
          : 'a context is a domain, or `+` and the digits that belong before the number',
    },
  },
  label: { one: 'Call {targets}' },
  // RFC 3966 section 5.1.5: what is dialled differs from place to place.
  conflict: ([number = ''], { 'phone-context': context }) =>
    number.startsWith('+') === (context === undefined)
      ? undefined
      : context === undefined
        ? {
            of: 'invalid-target',
            reason:
              'Invalid target: a number without `+` and country code needs a context, such as `phone-context=+1`',
          }
        : {
            of: 'invalid-parameter',
            reason: '`phone-context` has no effect on a number with `+`',
          },
  href: ([number = ''], { ext, 'phone-context': context }) =>
    `tel:${number}${ext ? `;ext=${ext}` : ''}${
      context ? `;phone-context=${encode(context, '+()')}` : ''
    }`,
} satisfies Action;

/** Phone numbers, by RFC 3966; `*` and `#` are refused, as they are codes for phones. */
export const tel = {
  name: 'tel',
  otherNames: ['phone'],
  title: 'phone',
  schemes: ['tel'],
  example: '+1 201 555 0123',
  bare: call,
  actions: { call },
} satisfies Service;
