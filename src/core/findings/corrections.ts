import type { Service } from '../../services/service.js';
import { readKnownHead } from '../resolve/read-head.js';
import { resolveHead } from '../resolve/resolve-head.js';
import type { Settings } from '../settings.js';
import { isHead } from '../shorthand/scan-head.js';
import { type ParameterPiece, quoteValue } from '../shorthand/split-head.js';
import type { Problem, Range } from './problem.js';
import type { RuleId } from './rules.js';

/** A mistake that authors make, and what they mean; no correction loses what they wrote. */
interface Correction {
  pattern: RegExp;
  replacement: string;
}

/** What a parameter is called, at its `=`. */
const key = String.raw`[A-Za-z][\w-]*`;
/** A run of white space from its start: to try each place of a long run takes too long. */
const space = String.raw`(?<!\s)\s+`;

/** Quotes as word processors and typewriters write them, in place of straight ones. */
const quotes: ReadonlyArray<Correction> = [
  { pattern: /[“”„‟«»]/g, replacement: '"' },
  {
    pattern: new RegExp(String.raw`(\s${key}\s?=\s?)['‘’]([^'‘’"]*)['‘’]`, 'g'),
    replacement: '$1"$2"',
  },
];

/** The other mistakes whose remedy depends on no service. */
const general: ReadonlyArray<Correction> = [
  // `subject = "x"`, `subject: x`, and a comma before a parameter.
  {
    pattern: new RegExp(String.raw`(\s${key})(?:\s+=\s*|[=:]\s+)`, 'g'),
    replacement: '$1=',
  },
  // A second colon, after an action.
  { pattern: /^(\s*[a-z]+):\s+/i, replacement: '$1 ' },
  {
    pattern: new RegExp(String.raw`(?:${space})?,\s*(?=${key}=)`, 'g'),
    replacement: ' ',
  },
  // Extensions of phone numbers.
  {
    pattern: /(\d)[\s,]*(?:\bext(?:ension|n)?\.?|x)[\s:=]*(?=\d{1,10}(?!\d))/gi,
    replacement: '$1 ext=',
  },
];

/** What comes between people in place of `;`. */
const separator = new RegExp(
  String.raw`(?:${space})?[,;]\s*(?:(?:and|&)\s+)?|${space}(?:and|&)\s+|${space}\/\s+`,
  'gi',
);

/** Spaces that do not go on with a phone number; they may be in the name of one person. */
const spaceBetween = new RegExp(String.raw`${space}(?=[^\d\s().-])`, 'g');

/** A text in quotes at the end of a head. */
const quoted = new RegExp(String.raw`${space}"((?:\\.|[^"\\])*)"\s*$`);

/** What a web address has after a target: `?subject=Hi&body=…`; people type spaces too. */
const query = new RegExp(
  String.raw`^([^=?"]+)\?(${key}=(?:[^\s"]|\s(?!\s*${key}\s*=))*)$`,
);

/** Where people end: at a parameter, however it is written, or a text in quotes. */
const afterPeople = new RegExp(
  String.raw`(?:${space}|[,;&]\s*)${key}(?:\s*=|:\s)|${space}["“„«'‘]|\?`,
);

/** A text in straight quotes, closed or not, which is not to be changed. */
const literal = /("(?:\\.|[^"\\])*(?:"|\\?$))/;

/** What an author may have written in place of a head, or of several. */
export interface Attempt {
  /** One head; or several, where each needs a shorthand of its own. */
  heads: ReadonlyArray<string>;
  /** Whether something else may have been meant. */
  isGuess: boolean;
  /** Whether it is one of several that say the same of different parameters. Default: no. */
  isEither?: boolean | undefined;
}

/** How many people get a shorthand each in a suggestion: every one repeats the whole head. */
const mostApart = 10;

/** Get the head that its problem suggests, or the heads of several shorthands. */
export function ofProblem(
  head: string,
  { instead = [], isGuess = false, otherHead, range }: Problem,
): Array<Attempt> {
  if (otherHead !== undefined) return [{ heads: [otherHead], isGuess }];
  const texts = typeof instead === 'string' ? [instead] : instead;
  if (texts.length === 0 || texts.length > mostApart) return [];
  return [{ heads: texts.map((text) => replaced(head, range, text)), isGuess }];
}

/** Put another text in the place of a part; an empty one takes white space with it. */
function replaced(head: string, { end, start }: Range, text: string): string {
  const before = head.slice(0, start);
  const after = head.slice(end);
  return (
    (text === '' && /^(?:\s|$)/.test(after) ? before.trimEnd() : before) + text + after
  );
}

/** Rules whose mistakes only a guess could correct. */
const unguessable: ReadonlySet<RuleId> = new Set([
  'nested-link',
  'no-link-form',
  'unknown-action',
]);

/**
 * Get heads that may be right in place of a wrong one, other than what its problem says; best
 * first.
 *
 * @param ruleId
 *   What is wrong with the head.
 */
export function ofHead(
  head: string,
  ruleId: RuleId,
  settings: Settings,
): Array<Attempt> {
  if (unguessable.has(ruleId)) return [];
  const { parameters, service } = readKnownHead(head, settings);
  return [...withQuotes(head, parameters), ...correctionsOf(head, service)];
}

/** The same for a head that was to be suggested. */
export function ofSuggestion(head: string, settings: Settings): Array<Attempt> {
  const result = isHead(head, settings.names) && resolveHead(head, settings);
  if (!result || result.kind === 'link') return [];
  const attempts = ofProblem(head, result);
  return attempts.length > 0 ? attempts : ofHead(head, result.ruleId, settings);
}

/**
 * Get heads that an author may have meant, best first. The caller suggests only those that
 * are links.
 *
 * @param head
 *   A head that is not a link.
 * @param service
 *   The service that it names.
 */
function correctionsOf(head: string, service: Service): Array<Attempt> {
  const colon = head.indexOf(':') + 1;
  const name = head.slice(0, colon);
  const rest = head.slice(colon);
  const sure = [
    ...quotes.map(({ pattern, replacement }) => rest.replace(pattern, replacement)),
    ...general.map(({ pattern, replacement }) =>
      rest
        .split(literal)
        .map((part, index) =>
          index % 2 === 1 ? part : part.replace(pattern, replacement),
        )
        .join(''),
    ),
    withSeparator(rest, service, separator),
  ];
  return [
    ...toAttempts(sure, false),
    ...toAttempts([withSeparator(rest, service, spaceBetween)], true),
    ...toAttempts(withText(rest, service), false, true),
    ...toAttempts(withParameters(rest), false),
  ];

  function toAttempts(
    corrected: ReadonlyArray<string>,
    isGuess: boolean,
    isEither?: boolean,
  ) {
    return corrected
      .filter((each) => each !== rest)
      .map((each) => ({ heads: [name + each], isGuess, isEither }));
  }
}

/** Put quotes around values that have more than a word. */
function withQuotes(
  head: string,
  parameters: ReadonlyArray<ParameterPiece>,
): Array<Attempt> {
  const overrun = parameters.find((piece) => piece.overrun);
  if (!overrun) return [];
  const start = overrun.start + overrun.key.length + 1;
  const value = quoteValue(unquoted(head.slice(start, overrun.end)));
  return [
    { heads: [replaced(head, { start, end: overrun.end }, value)], isGuess: false },
  ];
}

/** A value without the quotes around it, of whatever kind. */
function unquoted(value: string): string {
  return value
    .replace(/^(?:["“„](.*)["”“]|«(.*)»|['‘](.*)['’])$/, '$1$2$3')
    .replace(/\\(["|])/g, '$1');
}

/** Put `;` between people. */
function withSeparator(rest: string, { actions }: Service, separator: RegExp): string {
  const [, word = '', list = ''] = /^(\s*(?:[A-Za-z]+\s+)?)(.*)$/.exec(rest) ?? [];
  const isAction = Object.hasOwn(actions, word.trim().toLowerCase());
  const [start, after] = isAction ? [word, list] : ['', word + list];
  const first = after.search(afterPeople);
  const people = first < 0 ? after : after.slice(0, first);
  const parameters = first < 0 ? '' : after.slice(first);
  const apart = people.trim().replace(separator, ';');
  // Where a service takes one person, only addresses that are sure to be some are several.
  const isForSeveral = Object.values(actions).some(({ most }) => most !== 1);
  return isForSeveral || apart.split(';').every((each) => /^\+\d|@/.test(each))
    ? start + apart + parameters
    : rest;
}

/** Name the parameter for a text in quotes: `"Hi"` is `body="Hi"`. */
function withText(rest: string, { actions }: Service): Array<string> {
  const found = quoted.exec(rest);
  if (!found) return [];
  const [, value] = found;
  const keys = Object.values(actions).flatMap(({ parameters }) =>
    Object.entries(parameters).flatMap(([name, { isText }]) => (isText ? [name] : [])),
  );
  return keys.map((name) => `${rest.slice(0, found.index)} ${name}="${value}"`);
}

/** Write what a web address would have after its `?` as parameters. */
function withParameters(rest: string): Array<string> {
  const [, target, fields = ''] = query.exec(rest) ?? [];
  if (target === undefined) return [];
  try {
    const parameters = fields.split('&').map((field) => {
      const equals = field.indexOf('=');
      const value = quoteValue(decodeURIComponent(field.slice(equals + 1)));
      return `${field.slice(0, equals)}=${value}`;
    });
    return [[target, ...parameters].join(' ')];
  } catch {
    // It is not percent-encoded: what it says cannot be known.
    return [];
  }
}
