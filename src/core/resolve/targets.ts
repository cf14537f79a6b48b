import { forbiddenInTarget } from '../../services/forbidden.js';
import { type Problem, problem, quote, type Range } from '../findings/problem.js';
import type { Settings } from '../settings.js';
import { replacePiece } from '../shorthand/split-head.js';
import { missingTarget, type Reading } from './action.js';
import { lookUp } from './look-up-contact.js';

/** Whom a shorthand reaches. */
export interface People {
  kind: 'people';
  /** What the service is given, one for each target. */
  addresses: ReadonlyArray<string>;
  /** What a label calls them. */
  names: ReadonlyArray<string>;
}

/** The part of a head with its targets. */
export function rangeOfTargets({
  head,
  targets,
}: Pick<Reading, 'head' | 'targets'>): Range {
  return { start: targets.at(0)?.start ?? 0, end: targets.at(-1)?.end ?? head.length };
}

/** Check that a shorthand names somebody, on both sides of each `;`. */
export function checkTargets(reading: Reading): Problem | undefined {
  const { action, actionName, head, parameters, service, targets } = reading;
  const named = targets.map((target) => target.value).filter(Boolean);
  const range = rangeOfTargets(reading);
  if (named.length === 0) return missingTarget(head, service, actionName);
  if (named.length < targets.length) {
    return problem(
      'missing-target',
      'Missing target: there is nobody on one side of a `;`',
      range,
      ...(parameters.length > 0 ? [] : [replacePiece(head, range, named.join(';'))]),
    );
  }
  return action.most && named.length > action.most
    ? tooMany(
        `${service.title} links take ${action.most === 1 ? 'one target' : `${action.most} targets`}`,
        named.length,
        range,
      )
    : undefined;
}

/** Get whom every target reaches, or what is wrong with the first that reaches nobody. */
export function addressTargets(
  { action, head, service, targets }: Reading,
  settings: Settings,
): People | Problem {
  const addresses: Array<string> = [];
  const names: Array<string> = [];
  for (const target of targets) {
    const person = lookUp(head, service, target, settings);
    if (person.kind === 'problem') return person;
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
        target,
        ...(fix ? [replacePiece(head, target, fix)] : []),
      );
    }
    addresses.push(result.address);
    names.push(person.name);
  }
  return { kind: 'people', addresses, names };
}

/** Warn of more targets than the service serves well. */
export function adviseTargets(reading: Reading): Array<Problem> {
  const { action, service, targets } = reading;
  const { advised = targets.length } = action;
  return targets.length > advised
    ? [
        tooMany(
          `${service.title} serves up to ${advised} people`,
          targets.length,
          rangeOfTargets(reading),
        ),
      ]
    : [];
}

function tooMany(limit: string, count: number, range: Range): Problem {
  return problem('too-many-targets', `${limit}, found ${count}`, range);
}
