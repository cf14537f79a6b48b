import type { ContactLink } from '../contact-link.js';
import { readHead } from '../resolve/read-head.js';
import { resolveHead } from '../resolve/resolve-head.js';
import type { Settings } from '../settings.js';
import { isHead } from '../shorthand/scan-head.js';
import { correctionsOf } from './corrections.js';
import { type Problem, quote, type Range, wholeOf } from './problem.js';
import type { RuleId } from './rules.js';

/**
 * What a finding is:
 *
 * - `invalid`: it keeps a shorthand from being a link;
 * - `advice`: the link works, and could be better;
 * - `info`: something to know about its service.
 */
export type FindingKind = 'invalid' | 'advice' | 'info';

/** Something to report about a shorthand, in the form of no engine. */
export interface Finding {
  kind: FindingKind;
  ruleId: RuleId;
  /** What is wrong and what to do, for the author. */
  reason: string;
  /** The text that it is about. */
  actual: string;
  /** The part of `actual` that is wrong. */
  range: Range;
  /** What to write instead, best first; each gives shorthands that work. */
  suggestions: ReadonlyArray<TextEdit>;
}

/** A change of a text; its range is one of `actual`, and may go beyond its end. */
export interface TextEdit {
  range: Range;
  text: string;
}

/** A shorthand as it is written. */
export interface Written {
  /** The whole, from `[[` to `]]`. */
  source: string;
  /** What comes after its `[[`. */
  head: string;
}

/**
 * Get what there is to report about a shorthand that has been resolved.
 *
 * @param result
 *   What it comes to.
 * @returns
 *   A finding for a problem, and for each advice about a link.
 */
export function findingsOf(
  result: ContactLink | Problem,
  written: Written,
  settings: Settings,
): Array<Finding> {
  return result.kind === 'problem'
    ? [findingOf(result, 'invalid', written, settings)]
    : result.advice.map((advice) => findingOf(advice, 'advice', written, settings));
}

/**
 * Make a finding of a problem.
 *
 * @param kind
 *   Whether the problem keeps the shorthand from being a link.
 */
export function findingOf(
  { range, reason, ruleId, suggestions }: Problem,
  kind: FindingKind,
  { head, source }: Written,
  settings: Settings,
): Finding {
  const rest = source.slice(2 + head.length);
  const texts = suggestions.flatMap((heads) => writeAll(heads, rest, settings));
  if (texts.length === 0 && kind === 'invalid' && !unguessable.has(ruleId)) {
    texts.push(...corrected(head, rest, settings));
  }
  return {
    kind,
    ruleId,
    reason: withoutSecrets(withSuggestion(reason, texts[0]), head, settings),
    actual: source,
    range: { start: range.start + 2, end: range.end + 2 },
    suggestions: texts.map((text) => ({
      range: { start: 0, end: source.length },
      text,
    })),
  };
}

/** Make a finding of a problem with a link that is not a shorthand. */
export function linkFinding({ reason, ruleId }: Problem, source: string): Finding {
  const range = wholeOf(source);
  return { kind: 'advice', ruleId, reason, actual: source, range, suggestions: [] };
}

/** Texts to write in place of the whole that a finding is about, best first. */
export function expectedOf({ actual, suggestions }: Finding): Array<string> {
  return suggestions
    .filter(({ range }) => range.start === 0 && range.end === actual.length)
    .map(({ text }) => text);
}

/** Say in a reason what to write: many reporters show nothing else. */
function withSuggestion(reason: string, text: string | undefined): string {
  if (text === undefined) return reason;
  return `${reason}${reason.endsWith('?') ? ' Write' : '; write'} ${quote(text, 200)}`;
}

/** Rules whose mistakes have no remedy that is not a guess. */
const unguessable: ReadonlySet<RuleId> = new Set([
  'nested-link',
  'no-link-form',
  'unknown-action',
]);

/** Put `…` in the place of values that messages must not repeat. */
function withoutSecrets(reason: string, head: string, settings: Settings): string {
  const service = readHead(head, settings)?.service;
  const keys = Object.values(service?.actions ?? {}).flatMap(({ parameters }) =>
    Object.entries(parameters).flatMap(([key, { otherNames = [], secret }]) =>
      secret ? [key, ...otherNames] : [],
    ),
  );
  if (keys.length === 0) return reason;
  const secret = new RegExp(
    `\\b(${keys.join('|')})=(?:"(?:\\\\"|[^"])*"?|[^\\s;|\\]\`]+)`,
    'gi',
  );
  return reason.replace(secret, '$1=…');
}

/** The first shorthand that an author may have meant, and that works. */
function corrected(head: string, rest: string, settings: Settings): Array<string> {
  const service = readHead(head, settings)?.service;
  if (!service) return [];
  for (const better of correctionsOf(head, service)) {
    const [found] = closeHead(better, rest, settings);
    if (found !== undefined) return [found];
  }
  return [];
}

/** Shorthands for the heads of a suggestion, if all of them work. */
function writeAll(
  heads: ReadonlyArray<string>,
  rest: string,
  settings: Settings,
): Array<string> {
  // Several links cannot share the label of one.
  if (heads.length > 1 && rest !== ']]') return [];
  const all = heads.map((head) => closeHead(head, rest, settings));
  return all.some((found) => found.length === 0)
    ? []
    : [all.map(([best]) => best).join(', ')];
}

/**
 * Follow the suggestions for a head until one of them works.
 *
 * @param rest
 *   What comes after the head.
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
  if (!isHead(head, settings.names)) return [];
  const result = resolveHead(head, settings);
  if (result.kind === 'link') return [`[[${head}${rest}`];
  if (corrections === 0) return [];
  const service = readHead(head, settings)?.service;
  const next = result.suggestions.flatMap(([only, ...others]) =>
    only !== undefined && others.length === 0 ? [only] : [],
  );
  // A second mistake is looked for where the first has no remedy of its own.
  const heads = next.length > 0 || !service ? next : correctionsOf(head, service);
  for (const better of heads) {
    const found = closeHead(better, rest, settings, corrections - 1);
    if (found.length > 0) return found;
  }
  return [];
}
