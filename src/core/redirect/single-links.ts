import type { ContactLink } from '../contact-link.js';
import type { Problem } from '../findings/problem.js';
import { resolveAsWritten } from '../resolve/resolve-as-written.js';
import type { Settings } from '../settings.js';
import { noReplacement } from './no-replacement.js';

/**
 * Write a URI in the form in which those that lead to the same place are equal: scheme and
 * host in lower case, `https` for `http`, without `/` at its end.
 */
export function normalUri(uri: string): string {
  return uri
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?/i, (start) => start.toLowerCase())
    .replace(/^http:/, 'https:')
    .replace(/\/+$/, '');
}

/**
 * Find the link that the site has put in the place of one URI.
 *
 * @param uri
 *   The URI as it is written; what an entry does not have of its query and fragment does not
 *   count.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   The link; what keeps it from being made; or nothing where the site has put none there.
 */
export function singleLink(
  uri: string,
  settings: Settings,
): ContactLink | Problem | undefined {
  const { links } = settings.redirecting ?? {};
  if (!links?.size) return undefined;
  const [path = ''] = uri.split(/[?#]/, 1);
  const head = links.get(normalUri(uri)) ?? links.get(normalUri(path));
  if (head === undefined) return undefined;
  const link = resolveAsWritten(head, settings);
  return link.kind === 'link' ? link : noReplacement(link.reason);
}
