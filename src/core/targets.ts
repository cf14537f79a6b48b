import { forbiddenInTarget } from '../services/characters.js';
import { missingTarget } from './action.js';
import type { Reading } from './decide.js';
import { replacePiece } from './parse.js';
import { type Problem, problem, quote } from './problem.js';

/** Check that a shorthand names somebody, on both sides of each `;`. */
export function checkTargets(reading: Reading): Problem | undefined {
  const { action, actionName, head, service, targets } = reading;
  const named = targets.map((target) => target.value).filter(Boolean);
  const [first] = targets;
  const last = targets.at(-1);
  if (!first || !last || named.length === 0) return missingTarget(service, actionName);
  if (named.length < targets.length) {
    return problem(
      'missing-target',
      'Missing target: there is nobody on one side of a `;`',
      replacePiece(head, { start: first.start, end: last.end }, named.join(';')),
    );
  }
  return action.most && named.length > action.most
    ? tooMany(`${service.name} ${actionName} takes ${action.most}`, named.length)
    : undefined;
}

/** Get the address of every target, or what is wrong with the first that has none. */
export function addressTargets({
  action,
  head,
  targets,
}: Reading): Array<string> | Problem {
  const addresses: Array<string> = [];
  for (const target of targets) {
    const { value } = target;
    const forbidden = forbiddenInTarget(value);
    const result = forbidden
      ? { reason: `it cannot hold ${forbidden} there` }
      : action.address(value);
    if ('reason' in result) {
      return problem(
        'invalid-target',
        `Invalid target ${quote(value)}: ${result.reason}`,
        ...(result.instead ? [replacePiece(head, target, result.instead)] : []),
      );
    }
    addresses.push(result.address);
  }
  return addresses;
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
