import type { Address, Refusal } from './service.js';

/** Whether a target is a number, with all that people put between its digits. */
export function isPhone(target: string): boolean {
  return /^\+?[\d \t().\-/]*\d[\d \t().\-/]*$/.test(target);
}

/**
 * Check an international phone number: `+`, country code, number, at most 15 digits
 * (ITU-T E.164), with spaces, dots, dashes, slashes and brackets between them.
 *
 * @returns
 *   The number as `+` and digits. A number that starts with the `00` many countries
 *   dial for `+` is refused with the `+` form as a hint; one without a country code
 *   cannot be dialled from elsewhere and is refused.
 */
export function internationalPhone(target: string): Address | Refusal {
  const digits = target.replace(/\D/g, '');
  if (target.startsWith('00')) {
    return {
      reason: 'write `+` in place of the `00` that is dialled',
      instead: `+${target.slice(2).trimStart()}`,
    };
  }
  if (!target.startsWith('+')) {
    return { reason: 'a phone number starts with `+` and the country code' };
  }
  if (/\(0\)/.test(target)) {
    return {
      reason: 'leave out the `(0)`, which is not dialled behind a country code',
      instead: target.replace(/\(0\) */, ''),
    };
  }
  return digits.length < 3 || digits.length > 15
    ? { reason: `a phone number has 3 to 15 digits, not ${digits.length}` }
    : { address: `+${digits}` };
}
