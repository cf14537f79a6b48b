import { forbiddenInTarget } from '../../services/forbidden.js';
import type { Addresses } from '../../services/service.js';
import { type Problem, problem, quote, type Range } from '../findings/problem.js';
import type { Settings } from '../settings.js';
import type { Piece } from '../shorthand/split-head.js';
import { missingTarget, type Reading } from './action.js';
import { lookUp, type Person } from './look-up-contact.js';

/** Whom a shorthand reaches. */
export interface People {
  kind: 'people';
  /** What the service is given, one for each target. */
  addresses: Addresses;
  /** What a label calls them. */
  names: ReadonlyArray<string>;
  /** The first of them who is in the address book. Default: nobody is. */
  known?: Person | undefined;
}

/** The part of a head with its targets, of which there is one or more. */
export function rangeOfTargets({ targets }: Pick<Reading, 'targets'>): Range {
  const [first, last] = [targets.at(0), targets.at(-1)] as [Piece, Piece];
  return { start: first.start, end: last.end };
}

/** Check that a shorthand names somebody, on both sides of each `;`. */
export function checkTargets(reading: Reading): Problem | undefined {
  const { action, actionName, head, parameters, service, targets } = reading;
  const named = targets.map((target) => target.value).filter(Boolean);
  if (named.length === 0) return missingTarget(head, service, actionName);
  const { most, noun = 'person' } = action;
  const index = targets.findIndex(({ value }) => value === '');
  const missing = targets[index];
  if (missing) {
    const before = targets[index - 1];
    const after = targets[index + 1];
    const gap = {
      start: before?.end ?? missing.start,
      end: after?.start ?? missing.end,
    };
    const instead = before && after ? ';' : '';
    return problem(
      'missing-target',
      `No ${noun} before or after a \`;\``,
      gap,
      parameters.length > 0 ? undefined : instead,
    );
  }
  if (!most || named.length <= most) return undefined;
  // Services of a site reach people, whatever these are called there.
  const limit = most === 1 ? `one ${noun}` : `${most} people`;
  return {
    ...tooMany(
      `${capital(service.title)} links take ${limit}`,
      named.length,
      rangeOfTargets(reading),
    ),
    // A shorthand for each, with all parameters.
    ...(most === 1
      ? { instead: named, remedy: `write one shorthand for each ${noun}` }
      : {}),
  };
}

/** Get whom the targets reach, or what is wrong with the first that reaches nobody. */
export function addressTargets(
  { action, service, targets }: Reading,
  settings: Settings,
): People | Problem {
  const addresses: Array<string> = [];
  const names: Array<string> = [];
  let known: Person | undefined;
  for (const target of targets) {
    const person = lookUp(service, target, settings);
    if (person.kind === 'problem') return person;
    const forbidden = forbiddenInTarget(person.address);
    const result = forbidden
      ? {
          reason: `an address cannot ${/^[/-]/.test(person.address) ? 'start with' : 'contain'} ${forbidden}`,
        }
      : action.address(person.address);
    if ('reason' in result) {
      const fix = target.value === person.address ? result.instead : undefined;
      return problem('invalid-target', cannotReach(person, result.reason), target, fix);
    }
    if (person.entry) known ??= person;
    addresses.push(result.address);
    names.push(person.name);
  }
  // There is one or more: `checkTargets` comes first.
  return { kind: 'people', addresses: addresses as [string], names, known };
}

/** Say why somebody cannot be reached; one in the address book is not on the page. */
export function cannotReach({ address, entry }: Person, reason: string): string {
  const place = entry ? ` of ${quote(entry)}` : '';
  return `Cannot reach ${quote(address)}${place}: ${reason}`;
}

/** Warn of more targets than the service serves well. */
export function adviseTargets(reading: Reading): Array<Problem> {
  const { action, service, targets } = reading;
  const { advised = targets.length } = action;
  return targets.length > advised
    ? [
        tooMany(
          `${service.title} works with up to ${advised} people`,
          targets.length,
          rangeOfTargets(reading),
        ),
      ]
    : [];
}

/** Begin a sentence with the title of a service: `phone` and `e-mail` are in lower case. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function tooMany(limit: string, count: number, range: Range): Problem {
  return problem('too-many-targets', `${limit}, found ${count}`, range);
}
