import type { ContactLink } from '../contact-link.js';
import { type Problem, wholeOf } from '../findings/problem.js';
import type { Settings } from '../settings.js';
import { resolveAsWritten } from './resolve-as-written.js';

/**
 * Resolve a head: to the link that it is or that the site redirects it to, or to the problem
 * that keeps it from being one.
 *
 * @param head
 *   What comes between `[[` and `|` or `]]`: `skype:call echo123`. Its service is registered.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   The link, or the problem.
 * @throws {Error}
 *   When its service is not registered.
 */
export function resolveHead(head: string, settings: Settings): ContactLink | Problem {
  const link = resolveAsWritten(head, settings);
  if (link.kind === 'problem') return link;
  const other = settings.redirecting?.redirect(link.contact, settings);
  if (!other) return link;
  return other.kind === 'problem'
    ? { ...link, advice: [...link.advice, { ...other, range: wholeOf(head) }] }
    : { ...other, advice: [...link.advice, ...other.advice] };
}
