import type { ContactLink } from '../contact-link.js';
import type { Problem } from '../findings/problem.js';
import type { Settings } from '../settings.js';
import { readUri } from './read-uri.js';
import { isRedirected, noReplacement, redirect } from './redirect.js';

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
  const answer = readUri(uri, settings);
  if (answer.kind === 'foreign') return undefined;
  if (answer.kind === 'read') return redirect(answer.contact, settings);
  return isRedirected(answer.service, settings)
    ? noReplacement(answer.reason)
    : undefined;
}
