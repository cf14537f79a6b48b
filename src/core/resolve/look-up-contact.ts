import type { Service } from '../../services/service.js';
import { type Problem, quote, unknownName } from '../findings/problem.js';
import { own } from '../own.js';
import type { Settings } from '../settings.js';
import type { Piece } from '../shorthand/split-head.js';

/** Whom a target reaches: the address that a service is given, and a name for people. */
export interface Person {
  kind: 'person';
  address: string;
  name: string;
  /** Where in the options the address is: `contacts.support.teams`. Default: nowhere. */
  entry?: string;
}

/** Look a target up in the address book, where it is the `@name` of a contact. */
export function lookUp(
  service: Service,
  target: Piece,
  { contacts, suggester }: Settings,
): Person | Problem {
  const { value } = target;
  const itself: Person = { kind: 'person', address: value, name: value };
  if (!value.startsWith('@')) return itself;
  const key = value.slice(1);
  const contact = own(contacts, key);
  const address = contact && own(contact, service.name);
  const entry = `contacts.${key}.${service.name}`;
  if (address) return { kind: 'person', address, name: contact.name ?? key, entry };
  // Who is in the book is not the stranger who has that name there.
  if (service.hasAtAddresses && !contact) return itself;
  const best = suggester.findName(key, service, contacts);
  // Somebody else may have nearly the same name.
  const meant = best ? { name: `@${best}`, isGuess: true } : undefined;
  const unknown = unknownName(
    'unknown-contact',
    `contact ${quote(value)}`,
    target,
    meant,
    'it is not in `contacts`',
  );
  if (!contact) return unknown;
  const reason = `The contact ${quote(value)} has no address for ${service.name}`;
  return { ...unknown, reason: meant ? reason : `${reason}; add ${quote(entry)}` };
}
