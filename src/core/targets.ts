import { forbiddenInTarget } from '../services/characters.js';
import type { Address, Refusal } from '../services/service.js';
import { missingTarget } from './action.js';
import { type Problem, quote } from './problem.js';
import { type Reading, replacePiece, titleOf } from './reading.js';

/** Check that a shorthand names somebody, and leaves no gap between two `;`. */
export function checkTargetsGiven(reading: Reading): Problem | undefined {
  const { actionName, head, service, targets } = reading;
  if (!targets.some((target) => target.value)) {
    return missingTarget(service, actionName);
  }
  const gap = targets.find((target) => !target.value);
  if (!gap) return undefined;
  const full = targets.filter((target) => target.value);
  const first = targets[0] ?? gap;
  const last = targets.at(-1) ?? gap;
  return {
    ruleId: 'missing-target',
    reason: 'Missing target: there is nobody on one side of a `;`',
    heads: [
      replacePiece(
        head,
        { start: first.start, end: last.end },
        full.map((target) => target.value).join(';'),
      ),
    ],
  };
}

/** Get the address of every target, or what is wrong with the first that has none. */
export function addressTargets(reading: Reading): Array<string> | Problem {
  const { action, head, targets } = reading;
  const most = action.most ?? Number.POSITIVE_INFINITY;
  if (targets.length > most) {
    return {
      ruleId: 'too-many-targets',
      reason: `${titleOf(reading)} links take ${people(most)}, found ${targets.length}; write a shorthand for each`,
    };
  }
  const addresses: Array<string> = [];
  for (const target of targets) {
    const result = address(reading, target.value);
    if ('reason' in result) {
      return {
        ruleId: 'invalid-target',
        reason: `Invalid target: ${result.reason}`,
        heads: result.instead
          ? [replacePiece(head, target, result.instead.join(';'))]
          : [],
      };
    }
    addresses.push(result.address);
  }
  return addresses;
}

/** Warn of more targets than the service serves well. */
export function adviseTargets(reading: Reading): Problem | undefined {
  const { action, service, targets } = reading;
  if (!action.advised || targets.length <= action.advised) return undefined;
  return {
    ruleId: 'too-many-targets',
    reason: `${service.title} takes up to ${action.advised} people in a conversation, found ${targets.length}; the link stays, but may reach only some`,
  };
}

function address(reading: Reading, target: string): Address | Refusal {
  const forbidden = forbiddenInTarget(target);
  return forbidden
    ? { reason: `${quote(target)} holds ${forbidden}` }
    : reading.action.address(target);
}

function people(count: number): string {
  return count === 1 ? 'one target' : `${count} targets`;
}
