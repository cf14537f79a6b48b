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
  if (address) return { kind: 'person', address, name: contact.name ?? key };
  if (service.hasAtAddresses) return itself;
  const best = suggester.findName(key, service, contacts);
  // Somebody else may have nearly the same name.
  const meant = best ? { name: `@${best}`, isGuess: true } : undefined;
  const unknown = unknownName(
    'unknown-contact',
    `contact ${quote(value)}`,
    target,
    meant,
  );
  const reason = `The contact ${quote(value)} has no address for ${service.name}`;
  return contact ? { ...unknown, reason } : unknown;
}
