import type { Service } from '../../services/service.js';
import { findNearestName } from '../findings/nearest.js';
import { type Problem, problem, quote } from '../findings/problem.js';
import { own } from '../own.js';
import type { Settings } from '../settings.js';
import { type Piece, replacePiece } from '../shorthand/split-head.js';

/** Whom a target reaches: the address that a service is given, and a name for people. */
export interface Person {
  kind: 'person';
  address: string;
  name: string;
}

/** Look a target up in the address book, where it is the `@name` of a contact. */
export function lookUp(
  head: string,
  service: Service,
  target: Piece,
  { contacts, findName = findNearestName }: Settings,
): Person | Problem {
  const { value } = target;
  const itself: Person = { kind: 'person', address: value, name: value };
  if (!value.startsWith('@')) return itself;
  const key = value.slice(1);
  const contact = own(contacts, key);
  const address = contact && own(contact, service.name);
  if (address) return { kind: 'person', address, name: contact.name ?? key };
  if (service.hasAtAddresses) return itself;
  const best = findName(key, service, contacts);
  const unknown = problem(
    'unknown-contact',
    contact
      ? `The contact ${quote(value)} has no address for ${service.name}`
      : `Unknown contact ${quote(value)}${best ? `; did you mean ${quote(`@${best}`)}?` : ''}`,
    target,
    ...(best ? [replacePiece(head, target, `@${best}`)] : []),
  );
  // Somebody else may have nearly the same name.
  return { ...unknown, isGuess: true };
}
