import type { Service } from '../services/service.js';
import { decide } from './decide.js';
import type { Settings } from './options.js';
import type { Problem } from './problem.js';
import type { RuleId } from './rules.js';

/**
 * How bad it is: `invalid` keeps a shorthand from being a link, `advice` does not, and
 * `info` says something about the service.
 */
export type Level = 'invalid' | 'advice' | 'info';

/** What is to be told of a place in a document, in the form of no engine. */
export interface Finding {
  level: Level;
  ruleId: RuleId;
  reason: string;
  /** The text the finding is about. */
  actual: string;
  /** Texts to write in its place, best first; each is a shorthand that works. */
  expected: Array<string>;
}

/**
 * Make a finding of a problem.
 *
 * @param source
 *   The whole shorthand, from `[[` to `]]`.
 * @param head
 *   What stands behind its `[[`.
 */
export function problemFinding(
  problem: Problem,
  level: Level,
  source: string,
  head: string,
  settings: Settings,
): Finding {
  const rest = source.slice(2 + head.length);
  const heads = (problem.heads ?? [])
    .map((suggestion) => correctHead(suggestion, settings))
    .filter((correct) => correct !== undefined);
  return {
    level,
    ruleId: problem.ruleId,
    reason: problem.reason,
    actual: source,
    expected: [...new Set(heads)].map((correct) => '[[' + correct + rest),
  };
}

/** Make the finding that a service has closed. */
export function retiredFinding(service: Service, source: string): Finding | undefined {
  return service.retired
    ? {
        level: 'info',
        ruleId: 'retired-service',
        reason: service.retired.note,
        actual: source,
        expected: [],
      }
    : undefined;
}

/** Two mistakes in one shorthand are common, more are not. */
const mostCorrections = 4;

/**
 * Follow the suggestions for a head until one of them works.
 *
 * @returns
 *   A head that is a link, or nothing.
 */
export function correctHead(
  head: string,
  settings: Settings,
  corrections = mostCorrections,
): string | undefined {
  const decision = decide(head, settings);
  if ('url' in decision) return head;
  if (corrections === 0) return undefined;
  for (const suggestion of decision.heads ?? []) {
    const correct = correctHead(suggestion, settings, corrections - 1);
    if (correct !== undefined) return correct;
  }
  return undefined;
}
