import type { Address, Refusal } from './service.js';

/** Everything that people put between the digits of a number (RFC 3966 and habit). */
const number = /^\+?[\d \t().\-/]+$/;

/** Whether a target is meant as a phone number. */
export function isPhone(target: string): boolean {
  return number.test(target) && /\d/.test(target);
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
  if (!target.startsWith('+')) {
    return digits.startsWith('00') && /^\d/.test(target)
      ? {
          reason: `\`${target}\` starts with a dialling prefix; write \`+\` in place of \`00\``,
          instead: ['+' + target.slice(2).trimStart()],
        }
      : {
          reason: `\`${target}\` has no country code; write the number as \`+\`, country code, number`,
        };
  }
  if (digits.length < 3 || digits.length > 15) {
    return {
      reason: `\`${target}\` has ${digits.length} digits; an international number has 3 to 15`,
    };
  }
  return { address: '+' + digits };
}
