import { forbiddenInTarget } from '../../services/forbidden.js';
import { type Problem, problem, quote, type Range } from '../findings/problem.js';
import type { Settings } from '../settings.js';
import { type Piece, replacePiece } from '../shorthand/split-head.js';
import { missingTarget, person, type Reading } from './action.js';
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

/** How many people get a shorthand each in a suggestion: every one repeats the whole head. */
const mostApart = 10;

/** Write a head for each of several people. */
function apart(
  { head, targets }: Reading,
  named: ReadonlyArray<string>,
): ReadonlyArray<string> {
  const range = rangeOfTargets({ head, targets });
  return named.map((each) => replacePiece(head, range, each));
}

/** Where a target is missing, with the `;` on its sides. */
function gapAt(missing: Piece, targets: ReadonlyArray<Piece>): Range {
  const index = targets.indexOf(missing);
  return {
    start: targets[index - 1]?.end ?? missing.start,
    end: targets[index + 1]?.start ?? missing.end,
  };
}

/** Check that a shorthand names somebody, on both sides of each `;`. */
export function checkTargets(reading: Reading): Problem | undefined {
  const { action, actionName, head, parameters, service, targets } = reading;
  const named = targets.map((target) => target.value).filter(Boolean);
  const range = rangeOfTargets(reading);
  if (named.length === 0) return missingTarget(head, service, actionName);
  const { most, noun = person } = action;
  const missing = targets.find(({ value }) => value === '');
  if (missing) {
    return problem(
      'missing-target',
      `No ${noun.one} before or after a \`;\``,
      gapAt(missing, targets),
      ...(parameters.length > 0 ? [] : [replacePiece(head, range, named.join(';'))]),
    );
  }
  if (!most || named.length <= most) return undefined;
  const limit = most === 1 ? `one ${noun.one}` : `${most} ${noun.several}`;
  return {
    ...tooMany(`${capital(service.title)} links take ${limit}`, named.length, range),
    // A shorthand for each, with all parameters.
    suggestions: most === 1 && named.length <= mostApart ? [apart(reading, named)] : [],
    remedy: most === 1 ? `write one shorthand for each ${noun.one}` : undefined,
  };
}

/** Get whom the targets reach, or what is wrong with the first that reaches nobody. */
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
          reason: `an address cannot ${/^[/-]/.test(person.address) ? 'start with' : 'contain'} ${forbidden}`,
        }
      : action.address(person.address);
    if ('reason' in result) {
      const fix = target.value === person.address ? result.instead : undefined;
      return problem(
        'invalid-target',
        `Cannot reach ${quote(person.address)}: ${result.reason}`,
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
