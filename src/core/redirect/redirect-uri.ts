import type { Service } from '../../services/service.js';
import type { Contact } from '../contact.js';
import type { Problem } from '../findings/problem.js';
import type { ContactLink } from '../resolve/resolve.js';
import type { Settings } from '../settings.js';
import { redirect } from './redirect.js';

/**
 * Find the link that takes the place of a URI that an author wrote by hand.
 *
 * @returns
 *   The link; what keeps it from being made; or nothing for a URI that no service reads, or
 *   that is not redirected.
 */
export function redirectUri(
  uri: string,
  settings: Settings,
): ContactLink | Problem | undefined {
  const contact = readUri(uri, settings.services);
  return contact && redirect(contact, settings);
}

/** Read a URI; the first service that knows it counts. */
export function readUri(
  uri: string,
  services: ReadonlyMap<string, Service>,
): Contact | undefined {
  for (const { name, readUri } of services.values()) {
    const reading = readUri?.(uri);
    if (reading) return { service: name, ...reading };
  }
  return undefined;
}
