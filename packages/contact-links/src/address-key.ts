import { normalAddress, type Settings } from 'remark-contact-links/core';
import { isKnown } from './refusal.js';

/**
 * Make a key that is the same for equal addresses of a service; the separators of phone numbers
 * do not count.
 *
 * @returns
 *   The key; nothing where the service is not registered.
 * @see https://www.rfc-editor.org/rfc/rfc3966#section-4
 */
export function addressKey(
  service: string,
  address: string,
  { services }: Settings,
): string | undefined {
  const known = services.get(service);
  if (!known) return undefined;
  const normal = normalAddress(known, address);
  const isNumber = /^\+[\d().-]+$/.test(normal);
  return `${service}:${isNumber ? normal.replace(/[().-]/g, '') : normal}`;
}

/** Get the address of a target, which may be the name of a contact. */
export function addressOf(target: string, service: string, settings: Settings): string {
  const own = isKnown(target, settings)
    ? settings.contacts[target.slice(1)]
    : undefined;
  return own?.[service] ?? target;
}
