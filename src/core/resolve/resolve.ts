import type { Service } from '../../services/service.js';
import type { Contact } from '../contact.js';
import { type Problem, problem } from '../findings/problem.js';
import type { Settings } from '../settings.js';
import { type Pieces, parsePieces } from '../shorthand/split-head.js';
import { type Choice, chooseAction, own } from './action.js';
import { attributesOf } from './attributes.js';
import { defaultLabel } from './default-label.js';
import { checkParameters } from './parameters.js';
import { addressTargets, adviseTargets, checkTargets } from './targets.js';

/** A head that has been read: what it asks for, and where each piece stands. */
export interface Reading extends Pieces, Choice {
  head: string;
  service: Service;
}

/** A shorthand that is a link. */
export interface ContactLink {
  /** What the author wrote. */
  contact: Contact;
  /** The service that it leads to. */
  service: Service;
  /** The URI, strictly percent-encoded ASCII. */
  url: string;
  /** The label for a shorthand that is written without one. */
  label: string;
  /** Attributes of its anchor, besides `href`. */
  attributes: Record<string, string>;
  /** What is unwise about the link. */
  advice: Problem | undefined;
}

/**
 * Decide what a head comes to as it is written: a link, or the problem that keeps it from
 * being one.
 *
 * @param head
 *   What stands between `[[` and `|` or `]]`: `skype:call echo123`. A registered service
 *   stands before its first colon.
 */
export function decideAsWritten(
  head: string,
  settings: Settings,
): ContactLink | Problem {
  const colon = head.indexOf(':');
  const service = settings.services.get(head.slice(0, colon).toLowerCase());
  if (!service) throw new Error('Expected the name of a registered service');
  const actions = Object.values(service.actions);
  const pieces = parsePieces(
    head,
    (word) => own(service.actions, word) !== undefined,
    (key) => actions.some((action) => own(action.parameters, key)),
  );
  const choice = chooseAction(head, service, pieces);
  if ('ruleId' in choice) return choice;
  const { action, actionName } = choice;
  const reading = { head, service, ...pieces, ...choice };
  const found = checkTargets(reading) ?? checkParameters(reading);
  if (found) return found;
  const people = addressTargets(reading, settings);
  if ('ruleId' in people) return people;
  const addresses = people.map((person) => person.address);
  const parameters = Object.fromEntries(
    pieces.parameters.map(({ key, value }) => [key, value]),
  );
  const conflict = action.conflict?.(addresses, parameters);
  if (conflict) return problem(conflict.of, conflict.reason);
  const targets = pieces.targets.map((target) => target.value);
  return {
    contact: { service: service.name, action: actionName, targets, parameters },
    service,
    url: action.href(addresses, parameters),
    label: defaultLabel(
      actionName === null ? undefined : action.label,
      service,
      people.map((person) => person.name),
      settings.locale,
    ),
    attributes: attributesOf(settings.attributes, service.name, actionName),
    advice: adviseTargets(reading),
  };
}
