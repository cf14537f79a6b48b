import { found } from './forbidden.js';
import type { Address, Refusal } from './service.js';

/** Whether a target is meant as a phone number: it begins with `+`, or has no letters. */
export function isPhone(target: string): boolean {
  return /^(?:\+[^@]*$|[ ().\-/]*\d[\d ().\-/]*$)/.test(target);
}

/**
 * Check an international phone number: `+`, country code, number, at most 15 digits
 * (ITU-T E.164), with spaces, dots, dashes, slashes and brackets between them.
 *
 * @returns
 *   The number as `+` and digits. A number that starts with `00`, which many countries dial
 *   for `+`, is refused with the `+` form as a hint. A number without a country code is
 *   refused, because nobody can dial it from elsewhere.
 */
export function internationalPhone(target: string): Address | Refusal {
  const fault = strangerIn(target);
  if (fault) return { reason: fault };
  if (target.startsWith('00')) {
    return {
      reason: 'write `+` in place of `00`',
      instead: `+${target.slice(2).trimStart()}`,
    };
  }
  if (!target.startsWith('+')) {
    return {
      reason:
        'a phone number starts with `+` and the country code, as in `+1 201 555 0123`',
    };
  }
  if (/\(0\)/.test(target)) {
    return {
      reason: 'leave out the `(0)`, which nobody dials after a country code',
      instead: target.replace(/\(0\) */, ''),
    };
  }
  if (isTwoNumbers(target)) {
    return {
      reason: 'a few digits after `/` are another number; write the whole of it',
    };
  }
  const digits = target.replace(/\D/g, '');
  return /^[1-9]\d{2,14}$/.test(digits)
    ? { address: `+${digits}` }
    : { reason: 'a phone number has 3 to 15 digits, and no `0` after the `+`' };
}

/** Say what a text has that no phone number has; nothing where there is nothing. */
function strangerIn(target: string): string | undefined {
  if (/^[*#]/.test(target)) {
    return 'a link cannot dial codes for the phone, which start with `*` or `#`';
  }
  const stranger = found(/[^\d ().+\-/]/u, target);
  if (stranger) {
    return /\p{L}/u.test(stranger)
      ? 'a phone number has digits, not letters'
      : `a phone number cannot contain ${stranger}`;
  }
  return target.lastIndexOf('+') > 0
    ? 'a phone number has one `+`, before all digits'
    : undefined;
}

/** Whether a second number follows, written by its end alone: `+1 201 555 0123/24`. */
function isTwoNumbers(target: string): boolean {
  return /\/(?:[^\d/]*\d){1,4}[^\d/]*$/.test(target);
}
