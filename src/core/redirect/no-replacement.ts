import type { Contact } from '../contact.js';
import type { ContactLink } from '../contact-link.js';
import { type Problem, problem } from '../findings/problem.js';
import { resolveAsWritten } from '../resolve/resolve-as-written.js';
import type { Settings } from '../settings.js';
import { formatHead } from '../shorthand/format-head.js';

/** The link may be written in any form: there is no head to have a range in. */
const nowhere = { start: 0, end: 0 };

/** What keeps a link from being replaced. */
export function noReplacement(reason: string): Problem {
  return problem('no-replacement', `No replacement for this link: ${reason}`, nowhere);
}

/** Make the link that takes the place of another, as a shorthand would say it. */
export function replacement(
  contact: Contact,
  settings: Settings,
): ContactLink | Problem {
  const result = resolveAsWritten(formatHead(contact), settings);
  return result.kind === 'link' ? result : noReplacement(result.reason);
}
