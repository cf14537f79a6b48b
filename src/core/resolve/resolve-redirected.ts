import type { Problem } from '../findings/problem.js';
import { redirect } from '../redirect/redirect.js';
import type { Settings } from '../settings.js';
import { type ContactLink, decideAsWritten } from './resolve.js';

/**
 * Decide what a head comes to: a link, to where the site has redirected it, or the problem
 * that keeps it from being one.
 *
 * @param head
 *   What stands between `[[` and `|` or `]]`: `skype:call echo123`. A registered service
 *   stands before its first colon.
 */
export function decide(head: string, settings: Settings): ContactLink | Problem {
  const link = decideAsWritten(head, settings);
  const other = 'url' in link ? redirect(link.contact, settings) : undefined;
  if (!('url' in link) || !other) return link;
  return 'url' in other ? other : { ...link, advice: other };
}
