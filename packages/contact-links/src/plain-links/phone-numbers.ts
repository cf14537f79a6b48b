import { validatePhoneNumberLength } from 'libphonenumber-js/min';
import type { Contact } from 'remark-contact-links/core';

/** What is wrong with a number, by the result of the library. */
const faults = {
  INVALID_COUNTRY: 'has a country code that does not exist',
  NOT_A_NUMBER: 'is not a phone number',
  TOO_SHORT: 'is too short for its country',
  TOO_LONG: 'is too long for its country',
  INVALID_LENGTH: 'does not have a length that its country has',
};

/**
 * Find out what is wrong with the phone numbers of a contact. Only lengths are judged, so that
 * numbers for examples such as +1 201 555 0123 are right.
 *
 * @param contact
 *   What a link says.
 * @returns
 *   What is wrong with the first wrong number; nothing where all are right.
 */
export function phoneFault({ action, targets }: Contact): string | undefined {
  // Invitations to Telegram begin with `+`, too.
  if (action === 'join') return undefined;
  for (const target of targets) {
    const [number] = /^\+[\d() .-]+$/.exec(target) ?? [];
    const fault = number && validatePhoneNumberLength(number);
    if (fault) return `\`${number}\` ${faults[fault]}`;
  }
  return undefined;
}
