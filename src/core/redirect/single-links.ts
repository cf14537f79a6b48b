import type { ContactLink } from '../contact-link.js';
import type { Problem } from '../findings/problem.js';
import { resolveAsWritten } from '../resolve/resolve-as-written.js';
import type { Redirecting, Settings } from '../settings.js';

/**
 * Write a URI in a form in which URIs to the same place are equal: scheme and host in lower
 * case, `https` for `http`, without `/` at its end.
 */
export function normalUri(uri: string): string {
  return uri
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?/i, (start) => start.toLowerCase())
    .replace(/^http:/, 'https:')
    .replace(/\/+$/, '');
}

/**
 * Find the link that the site has put in place of one URI.
 *
 * @param uri
 *   The URI as it is written. Where no entry has its query and fragment, the entry without
 *   them counts.
 * @param redirecting
 *   What the site has put where.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   The link, which was checked at set-up; nothing where the site has put none there.
 */
export function singleLink(
  uri: string,
  { links }: Pick<Redirecting, 'links'>,
  settings: Settings,
): ContactLink | Problem | undefined {
  if (links.size === 0) return undefined;
  const path = uri.replace(/[?#].*$/s, '');
  const head = links.get(normalUri(uri)) ?? links.get(normalUri(path));
  return head === undefined ? undefined : resolveAsWritten(head, settings);
}
