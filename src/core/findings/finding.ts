import type { ContactLink } from '../contact-link.js';
import { resolveHead } from '../resolve/resolve-head.js';
import type { Settings } from '../settings.js';
import { isHead } from '../shorthand/scan-head.js';
import type { Attempt } from './corrections.js';
import { type Problem, quote, type Range, wholeOf } from './problem.js';
import type { RuleId } from './rules.js';

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
  { isGuess = false, range, reason, remedy, ruleId, suggestions }: Problem,
  kind: FindingKind,
  { head, source }: Written,
  settings: Settings,
  edit?: TextEdit | undefined,
): Finding {
  const rest = source.slice(2 + head.length);
  const isForSeveral = suggestions.some((heads) => heads.length > 1);
  const label = isForSeveral && rest !== ']]' ? ', each with its own label' : '';
  const closed = suggestions.flatMap(
    (heads) => closeHeads([{ heads, isGuess }], rest, settings) ?? [],
  );
  if (closed.length === 0 && kind === 'invalid') {
    const corrected = settings.corrections?.ofHead(head, ruleId, settings) ?? [];
    const found = closeHeads(corrected, rest, settings);
    if (found) closed.push(found);
  }
  const edits = [
    ...(edit ? [edit] : []),
    ...closed.map((found) => toEdit(found, wholeOf(source))),
  ];
  // A reason is one line, and a link can have markers of quotes and lists between its lines.
  const said = edit && /[\r\n]/.test(edit.text) ? undefined : edits[0]?.text;
  return {
    kind,
    ruleId,
    reason: reasonWith(reason, said, settings, remedy && remedy + label),
    actual: source,
    range: { start: range.start + 2, end: range.end + 2 },
    suggestions: edits,
  };
}

/** Make a finding of a problem with a link that is not a shorthand. */
export function linkFinding({ reason, ruleId }: Problem, source: string): Finding {
  const range = wholeOf(source);
  return { kind: 'advice', ruleId, reason, actual: source, range, suggestions: [] };
}

/**
 * Get the texts to write in place of the whole text that a finding is about.
 *
 * @param finding
 *   The finding.
 * @returns
 *   The `expected` of its messages, best first.
 */
export function expectedOf({ actual, suggestions }: Finding): Array<string> {
  return suggestions
    .filter(({ range }) => range.start === 0 && range.end === actual.length)
    .map(({ text }) => text);
}

/**
 * Say in a reason what to write, or what to do: many reporters show nothing else.
 *
 * @param text
 *   What to write, if that is known.
 * @param remedy
 *   What to do where it is not known. Default: nothing is said.
 */
export function reasonWith(
  reason: string,
  text: string | undefined,
  settings: Settings,
  remedy?: string | undefined,
): string {
  const write = reason.endsWith('?') ? ' Write' : '; write';
  const rest = remedy ? `; ${remedy}` : '';
  const whole = reason + (text === undefined ? rest : `${write} ${quote(text, 200)}`);
  return withoutSecrets(whole, settings);
}

/**
 * Get the change of a document that puts a finding right, where it is sure what was meant.
 *
 * @param finding
 *   The finding.
 * @param start
 *   Where in the document `actual` is.
 * @returns
 *   The only suggestion; nothing where there are several, none, or one that is a guess.
 */
export function fixOf(
  { suggestions }: Finding,
  start: number,
): DocumentEdit | undefined {
  const [edit, ...others] = suggestions;
  if (!edit || edit.isGuess || others.length > 0) return undefined;
  const { range, text } = edit;
  return { start: start + range.start, end: start + range.end, text };
}

/**
 * Get the changes of a document that `expected` cannot hold, because they change more or less
 * than the text that a finding is about.
 *
 * @param finding
 *   The finding.
 * @param start
 *   Where in the document `actual` is.
 * @returns
 *   Changes, with offsets in the document; best first.
 */
export function editsOf(
  { actual, suggestions }: Finding,
  start: number,
): Array<DocumentEdit> {
  return suggestions
    .filter(({ range }) => range.start !== 0 || range.end !== actual.length)
    .map(({ range, text }) => ({
      start: start + range.start,
      end: start + range.end,
      text,
    }));
}

/** A text in quotes of some kind, of which the last one may be missing. */
const quotedText = String.raw`"(?:\\.|[^"\\])*"?|[“„«][^”“»]*[”“»]?|['‘][^'’]*['’]?`;

/** Patterns for the values that messages must not repeat, by the services of a site. */
const secrets = new WeakMap<Settings['services'], RegExp>();

/** Put `…` in the place of values that messages must not repeat. */
function withoutSecrets(reason: string, { services }: Settings): string {
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

/** Whether a head is a link, with nothing to report. */
export function isRight(head: string, settings: Settings): boolean {
  if (!isHead(head, settings.names)) return false;
  const result = resolveHead(head, settings);
  return result.kind === 'link' && result.advice.length === 0;
}

/** Shorthands that work. */
export interface Closed {
  text: string;
  /** Whether the author may have meant something else. */
  isGuess: boolean;
}

/** Make a suggestion of shorthands that work. */
export function toEdit({ isGuess, text }: Closed, range: Range): TextEdit {
  return { range, text, ...(isGuess ? { isGuess } : {}) };
}

/** Two mistakes in one shorthand are common, more are not. */
const mostTries = 24;

/**
 * Follow suggestions for heads until there are some that work.
 *
 * @param first
 *   Heads to begin with, best first.
 * @param rest
 *   What comes after the head: `]]`, or `|`, a label and `]]`.
 * @returns
 *   The shorthands, with commas between them; nothing where no heads work.
 */
export function closeHeads(
  first: ReadonlyArray<Attempt>,
  rest: string,
  settings: Settings,
): Closed | undefined {
  const queue = [...first];
  const tried = new Set<string>();
  for (const { heads, isGuess } of queue) {
    const key = heads.join('\n');
    // Several links cannot share the label of one.
    if (tried.has(key) || (heads.length > 1 && rest !== ']]')) continue;
    if (tried.size === mostTries) break;
    tried.add(key);
    const wrong = heads.find((head) => !isRight(head, settings));
    if (wrong === undefined) {
      return { text: heads.map((head) => `[[${head}${rest}`).join(', '), isGuess };
    }
    for (const better of settings.corrections?.ofSuggestion(wrong, settings) ?? []) {
      queue.push({
        heads: heads.flatMap((head) => (head === wrong ? better.heads : [head])),
        isGuess: isGuess || better.isGuess,
      });
    }
  }
  return undefined;
}
