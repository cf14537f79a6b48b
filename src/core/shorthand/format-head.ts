import type { Contact } from '../contact.js';
import { quoteValue } from './split-head.js';

/**
 * Write the head of a contact: `skype:call echo123;bob topic="Weekly sync"`.
 *
 * Not every value can be written: the grammar has no way to put a `[` in a head. To be sure,
 * read the result back.
 *
 * @param contact
 *   What the shorthand says.
 * @returns
 *   What comes between `[[` and `]]`.
 */
export function formatHead(contact: Contact): string {
  const { action, otherName, parameters, service, targets } = contact;
  const words = [targets.join(';')];
  if (action !== null) words.unshift(action);
  for (const [key, value] of Object.entries(parameters)) {
    if (value !== undefined) words.push(`${key}=${quoteValue(value)}`);
  }
  return `${otherName ?? service}:${words.join(' ')}`;
}
