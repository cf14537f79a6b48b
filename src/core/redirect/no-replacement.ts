import type { Contact } from '../contact.js';
import type { ContactLink } from '../contact-link.js';
import { type Problem, problem } from '../findings/problem.js';
import { resolveAsWritten } from '../resolve/resolve-as-written.js';
import type { Settings } from '../settings.js';
import { formatHead } from '../shorthand/format-head.js';

/** The link can be written in any form, so the problem has no range in a head. */
const nowhere = { start: 0, end: 0 };

/** Make the problem that keeps a link from being replaced. */
export function noReplacement(reason: string): Problem {
  return problem('no-replacement', `No replacement for this link: ${reason}`, nowhere);
}

/** Make the link that takes the place of another, as a shorthand would make it. */
export function replacement(
  contact: Contact,
  settings: Settings,
): ContactLink | Problem {
  const result = resolveAsWritten(formatHead(contact), settings);
  return result.kind === 'link' ? result : noReplacement(result.reason);
}
