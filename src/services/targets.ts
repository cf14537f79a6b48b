import { found } from './forbidden.js';
import { isDomain } from './host.js';
import { internationalPhone, isPhone } from './phone.js';
import type { Address, Refusal } from './service.js';

/** Checks one target and gives its address. */
export type Check = (target: string) => Address | Refusal;

/**
 * Make a check by a pattern.
 *
 * @param pattern
 *   What the whole target has to look like.
 * @param form
 *   The pattern in words: `a Meet code is written …`.
 * @param toAddress
 *   Turns the target into the address. Default: the target is the address.
 */
export function matching(
  pattern: RegExp,
  form: string,
  toAddress: (target: string) => string = String,
): Check {
  return (target) =>
    pattern.test(target) ? { address: toAddress(target) } : { reason: form };
}

const atoms = /^[^\s"(),.:;<>@[\\\]]+(?:\.[^\s"(),.:;<>@[\\\]]+)*$/;
const quotedString = /^"(?:[^"\\]|\\.)+"$/;
/** Check an e-mail address: an `addr-spec` (RFC 5322 section 3.4.1). */
export const email: Check = (target) => {
  const at = target.lastIndexOf('@');
  const local = target.slice(0, at);
  const host = target.slice(at + 1);
  const isLocal = atoms.test(local) || quotedString.test(local);
  return target.includes('@') && isLocal && isDomain(host)
    ? { address: target }
    : { reason: emailFault(target, host) };
};

/** Say what keeps a text from being an e-mail address. */
function emailFault(target: string, host: string): string {
  const before = target.replace(/\?.*/s, '');
  if (before !== target && /^[^\s@]+@[^\s@]+$/.test(before)) {
    return 'what follows an address is written ` name="value"`, without `?`';
  }
  const between = target.includes('@') && found(/[\s,;]/u, target);
  if (between) {
    const reason = `an e-mail address cannot contain ${between}`;
    return /@.*@/.test(target) ? `${reason}; put \`;\` between addresses` : reason;
  }
  const stranger = target.includes('@') && found(/[^\p{L}\p{M}\p{N}.-]/u, host);
  return stranger
    ? `what follows the \`@\` of an e-mail address cannot contain ${stranger}`
    : 'an e-mail address is written `name@example.com`';
}

/** Check an international phone number or an e-mail address. */
export const phoneOrEmail: Check = (target) => {
  if (isPhone(target)) return internationalPhone(target);
  return target.includes('@')
    ? email(target)
    : {
        reason:
          'write a phone number, with `+` and the country code, or an e-mail address',
      };
};

/** Check an e-mail address where somebody may write a phone number. */
export const emailOnly: Check = (target) =>
  isPhone(target)
    ? { reason: 'write an e-mail address: a phone number does not work here' }
    : email(target);
