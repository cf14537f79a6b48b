import type { Service } from '../services/service.js';
import { chooseAction, own } from './action.js';
import type { Contact } from './contact.js';
import { defaultLabel } from './labels.js';
import type { Settings } from './options.js';
import { checkEffect, checkParameters } from './parameters.js';
import { parsePieces } from './parse.js';
import type { Problem } from './problem.js';
import type { Reading } from './reading.js';
import { addressTargets, adviseTargets, checkTargetsGiven } from './targets.js';

/** A shorthand that is a link. */
export interface ContactLink {
  contact: Contact;
  service: Service;
  /** The URI, strictly percent-encoded ASCII. */
  url: string;
  /** The label for a shorthand that is written without one. */
  label: string;
  /** What is unwise about the link. */
  advice: Problem | undefined;
}

/**
 * Decide what a head comes to: a link, or the problem that keeps it from being one.
 *
 * @param head
 *   What stands between `[[` and `|` or `]]`: `skype:call echo123`. A registered service
 *   stands before its first colon.
 */
export function decide(head: string, settings: Settings): ContactLink | Problem {
  const reading = read(head, settings);
  if ('ruleId' in reading) return reading;
  const problem = checkTargetsGiven(reading) ?? checkParameters(reading);
  if (problem) return problem;
  const addresses = addressTargets(reading);
  if ('ruleId' in addresses) return addresses;
  return checkEffect(reading) ?? link(reading, addresses, settings);
}

function read(head: string, settings: Settings): Reading | Problem {
  const colon = head.indexOf(':');
  const service = settings.services.get(head.slice(0, colon).toLowerCase());
  if (!service) throw new Error('Expected the name of a registered service');
  const pieces = parsePieces(head, colon + 1, {
    isAction: (word) =>
      own(service.actions, word) !== undefined ||
      own(service.withoutLink, word) !== undefined,
    isParameter: (key) =>
      Object.values(service.actions).some((action) => own(action.parameters, key)),
  });
  const choice = chooseAction(head, service, pieces);
  return 'ruleId' in choice ? choice : { head, service, ...pieces, ...choice };
}

function link(
  reading: Reading,
  addresses: ReadonlyArray<string>,
  settings: Settings,
): ContactLink {
  const { action, actionName, service } = reading;
  const targets = reading.targets.map((target) => target.value);
  const parameters: Record<string, string> = {};
  for (const { key, value } of reading.parameters) {
    parameters[key.toLowerCase()] = value;
  }
  return {
    contact: { service: service.name, action: actionName, targets, parameters },
    service,
    url: action.href(addresses, parameters),
    label: defaultLabel(
      actionName === null ? undefined : action.label,
      service,
      targets,
      settings.locale,
    ),
    advice: adviseTargets(reading),
  };
}
