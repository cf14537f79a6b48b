import { decide } from '../resolve/resolve-redirected.js';
import type { Settings } from '../settings.js';
import type { Problem } from './problem.js';

/**
 * How bad it is: `invalid` keeps a shorthand from being a link, `advice` does not, and
 * `info` says something about the service.
 */
export type Level = 'invalid' | 'advice' | 'info';

/** What is to be told of a place in a document, in the form of no engine. */
export interface Finding extends Pick<Problem, 'reason' | 'ruleId'> {
  level: Level;
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
  { heads, reason, ruleId }: Problem,
  level: Level,
  source: string,
  head: string,
  settings: Settings,
): Finding {
  const rest = source.slice(2 + head.length);
  const expected = heads.flatMap((better) => closeHead(better, rest, settings));
  return { level, ruleId, reason, actual: source, expected };
}

/**
 * Follow the suggestions for a head until one of them works.
 *
 * @param rest
 *   What stands behind the head.
 * @returns
 *   The shorthand that works, or nothing.
 */
export function closeHead(
  head: string,
  rest: string,
  settings: Settings,
  // Two mistakes in one shorthand are common, more are not.
  corrections = 3,
): Array<string> {
  const result = decide(head, settings);
  if ('url' in result) return [`[[${head}${rest}`];
  return corrections > 0
    ? result.heads.flatMap((next) => closeHead(next, rest, settings, corrections - 1))
    : [];
}
