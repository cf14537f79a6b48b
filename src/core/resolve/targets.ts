import { forbiddenInTarget } from '../../services/forbidden.js';
import { type Problem, problem, quote } from '../findings/problem.js';
import type { Settings } from '../settings.js';
import { replacePiece } from '../shorthand/split-head.js';
import { missingTarget } from './action.js';
import { lookUp, type Person } from './look-up-contact.js';
import type { Reading } from './resolve.js';

/** Check that a shorthand names somebody, on both sides of each `;`. */
export function checkTargets(reading: Reading): Problem | undefined {
  const { action, actionName, head, parameters, service, targets } = reading;
  const named = targets.map((target) => target.value).filter(Boolean);
  const [first] = targets;
  const last = targets.at(-1);
  if (!first || !last || named.length === 0) return missingTarget(service, actionName);
  if (named.length < targets.length) {
    return problem(
      'missing-target',
      'Missing target: there is nobody on one side of a `;`',
      ...(parameters.length > 0
        ? []
        : [replacePiece(head, { start: first.start, end: last.end }, named.join(';'))]),
    );
  }
  return action.most && named.length > action.most
    ? tooMany(
        `${service.title} links take ${action.most === 1 ? 'one target' : `${action.most} targets`}`,
        named.length,
      )
    : undefined;
}

/** Get whom every target reaches, or what is wrong with the first that reaches nobody. */
export function addressTargets(
  { action, head, service, targets }: Reading,
  settings: Settings,
): Array<Person> | Problem {
  const people: Array<Person> = [];
  for (const target of targets) {
    const person = lookUp(head, service, target, settings);
    if ('ruleId' in person) return person;
    const forbidden = forbiddenInTarget(person.address);
    const result = forbidden
      ? {
          reason: `it cannot ${/^[/-]/.test(person.address) ? 'start with' : 'hold'} ${forbidden}`,
        }
      : action.address(person.address);
    if ('reason' in result) {
      const fix = target.value === person.address ? result.instead : undefined;
      return problem(
        'invalid-target',
        `Invalid target ${quote(person.address)}: ${result.reason}`,
        ...(fix ? [replacePiece(head, target, fix)] : []),
      );
    }
    people.push({ address: result.address, name: person.name });
  }
  return people;
}

/** Warn of more targets than the service serves well. */
export function adviseTargets({
  action,
  service,
  targets,
}: Reading): Problem | undefined {
  const { advised = targets.length } = action;
  return targets.length > advised
    ? tooMany(`${service.title} serves up to ${advised} people`, targets.length)
    : undefined;
}

function tooMany(limit: string, count: number): Problem {
  return problem('too-many-targets', `${limit}, found ${count}`);
}
