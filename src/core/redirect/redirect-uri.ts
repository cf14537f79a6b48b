import type { ContactLink } from '../contact-link.js';
import type { Problem } from '../findings/problem.js';
import type { Settings } from '../settings.js';
import { atHost, linkOnHost, newHostOf, unknownOnNewHost } from './move-host.js';
import { noReplacement } from './no-replacement.js';
import { readUri, type UriAnswer } from './read-uri.js';
import { destinationOf, isRedirected, redirect } from './redirect.js';
import { singleLink } from './single-links.js';

/**
 * Find the link that takes the place of a URI that an author wrote by hand.
 *
 * @returns
 *   The link; the problem that keeps it from being made; or nothing for a URI that no service
 *   reads, or that is not redirected.
 */
export function redirectUri(
  uri: string,
  settings: Settings,
): ContactLink | Problem | undefined {
  const { redirecting } = settings;
  if (!redirecting) return undefined;
  const single = singleLink(uri, redirecting, settings);
  if (single) return single;
  const host = newHostOf(uri, redirecting);
  const answer = readUri(uri, settings);
  if (host !== undefined) return redirectMoved(uri, host, answer, settings);
  if (answer.kind === 'foreign') return undefined;
  if (answer.kind === 'read') return redirect(answer.contact, settings);
  return isRedirected(answer.service, settings)
    ? noReplacement(answer.reason)
    : undefined;
}

/**
 * Find the link that takes the place of a URI whose host has moved.
 *
 * @param before
 *   What it is on the old host, which the site may have set for no service.
 */
function redirectMoved(
  uri: string,
  host: string,
  before: UriAnswer,
  settings: Settings,
): ContactLink | Problem | undefined {
  const moved = atHost(host, uri);
  const after = readUri(moved, settings);
  if (after.kind === 'read') {
    const { contact } = after;
    return destinationOf(contact, settings)
      ? redirect(before.kind === 'read' ? before.contact : contact, settings)
      : linkOnHost(host, contact, settings);
  }
  if (before.kind === 'read') return unknownOnNewHost(moved);
  const answer = before.kind === 'foreign' ? after : before;
  return answer.kind === 'foreign' ? undefined : noReplacement(answer.reason);
}
