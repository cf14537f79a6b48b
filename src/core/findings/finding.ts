import type { ContactLink } from '../contact-link.js';
import type { Settings } from '../settings.js';
import { type Problem, type Range, wholeOf } from './problem.js';
import type { RuleId } from './rules.js';
import type { Closed } from './suggester.js';

/**
 * What a finding is:
 *
 * - `invalid`: it keeps a shorthand from being a link;
 * - `advice`: the link works, and could be better;
 * - `info`: something to know about its service;
 * - `near-miss`: the text is not a shorthand, and was most likely meant as one.
 */
export type FindingKind = 'invalid' | 'advice' | 'info' | 'near-miss';

/** Something to report about a shorthand, in the form of no engine. */
export interface Finding {
  kind: FindingKind;
  ruleId: RuleId;
  /** What is wrong and what to do, for the author. */
  reason: string;
  /** The text that the finding is about. */
  actual: string;
  /** The part of `actual` that is wrong. */
  range: Range;
  /** What to write instead, best first; each gives shorthands that work. */
  suggestions: ReadonlyArray<TextEdit>;
}

/**
 * A change of a text; its range counts from the start of `actual`, and may go beyond it on
 * both sides.
 */
export interface TextEdit {
  range: Range;
  text: string;
  /** Whether the author may have meant something else. Default: it is sure what was meant. */
  isGuess?: true;
}

/**
 * A change of a document. Offsets are in UTF-16 code units; a byte order mark counts where
 * the engine's own offsets count it, as those of a `VFile` do, and those of Sätteri do not.
 */
export interface DocumentEdit extends Range {
  text: string;
}

/** A shorthand as the author wrote it. */
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
 * @param written
 *   The shorthand as it is written.
 * @param settings
 *   Options of the plugin, resolved.
 * @param edit
 *   A change of more than the shorthand that puts a problem right. Default: none is known.
 * @returns
 *   One finding for a problem; for a link, one for each advice.
 */
export function findingsOf(
  result: ContactLink | Problem,
  written: Written,
  settings: Settings,
  edit?: TextEdit | undefined,
): Array<Finding> {
  return result.kind === 'problem'
    ? [findingOf(result, 'invalid', written, settings, edit)]
    : result.advice.map((advice) => findingOf(advice, 'advice', written, settings));
}

/**
 * Make a finding of a problem.
 *
 * @param kind
 *   Whether the problem keeps the shorthand from being a link.
 * @param edit
 *   A change of more than the shorthand that puts it right. Default: none is known.
 */
export function findingOf(
  problem: Problem,
  kind: FindingKind,
  written: Written,
  settings: Settings,
  edit?: TextEdit | undefined,
): Finding {
  const { instead, range, reason, remedy, ruleId } = problem;
  const { head, source } = written;
  const hasLabel = source.length > `[[${head}]]`.length;
  const label = Array.isArray(instead) && hasLabel ? ', each with its own label' : '';
  const said = remedy ? `${reason}; ${remedy}${label}` : reason;
  const finding: Finding = {
    kind,
    ruleId,
    reason: withoutSecrets(said, settings),
    actual: source,
    range: { start: range.start + 2, end: range.end + 2 },
    suggestions: [],
  };
  return settings.suggester.complete(finding, problem, written, settings, edit);
}

/** Make a suggestion of shorthands that work. */
export function toEdit({ isGuess, text }: Closed, range: Range): TextEdit {
  return { range, text, ...(isGuess ? { isGuess } : {}) };
}

/** Make a finding of a problem with a link that is not a shorthand. */
export function linkFinding({ reason, ruleId }: Problem, source: string): Finding {
  const range = wholeOf(source);
  return { kind: 'advice', ruleId, reason, actual: source, range, suggestions: [] };
}

/** A text in quotes of some kind, of which the last one may be missing. */
const quotedText = String.raw`"(?:\\.|[^"\\])*"?|[“„«][^”“»]*[”“»]?|['‘][^'’]*['’]?`;

/** Patterns for the values that messages must not repeat, by the services of a site. */
const secrets = new WeakMap<Settings['services'], RegExp>();

/** Put `…` in the place of values that messages must not repeat. */
export function withoutSecrets(reason: string, { services }: Settings): string {
  const pattern = secrets.get(services) ?? secretPattern(services);
  secrets.set(services, pattern);
  return reason.replace(pattern, '$1=…');
}

/** The names of all services count: a message can quote the link of another one. */
function secretPattern(services: Settings['services']): RegExp {
  const keys = [...services.values()].flatMap(({ actions }) =>
    Object.values(actions).flatMap(({ parameters }) =>
      Object.entries(parameters).flatMap(([key, { otherNames = [], secret }]) =>
        secret ? [key, ...otherNames] : [],
      ),
    ),
  );
  return new RegExp(
    `\\b(${[...new Set(keys)].join('|') || '$^'})\\s{0,9}[=:]\\s{0,9}(?:${quotedText}|[^\\s;|\\]\`]+)`,
    'gi',
  );
}
