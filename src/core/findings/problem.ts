import type { RuleId } from './rules.js';
import type { Meant } from './slip.js';

/** A part of a text: offsets of its first character and of what follows its last one. */
export interface Range {
  start: number;
  end: number;
}

/** Why a shorthand is not a link, or what could be better about one that is. */
export interface Problem {
  readonly kind: 'problem';
  readonly ruleId: RuleId;
  /** What is wrong and what to do, for the author. */
  readonly reason: string;
  /** The part of the head that is wrong; the whole head where no single part is. */
  readonly range: Range;
  /**
   * What may be right in place of that part: a text, or several where each needs a shorthand of
   * its own. Default: nothing is known.
   */
  readonly instead?: string | ReadonlyArray<string> | undefined;
  /** What may be right in place of the whole head. Default: nothing is known. */
  readonly otherHead?: string | undefined;
  /** Whether the author may have meant something else than that. Default: no. */
  readonly isGuess?: boolean;
  /** What to do, for the author, where no text can be suggested. */
  readonly remedy?: string | undefined;
}

/**
 * Make a problem.
 *
 * @param range
 *   The part of the head that is wrong.
 * @param instead
 *   What may be right in its place (optional).
 */
export function problem(
  ruleId: RuleId,
  reason: string,
  { end, start }: Range,
  instead?: Problem['instead'],
): Problem {
  return { kind: 'problem', ruleId, reason, range: { start, end }, instead };
}

/**
 * Make the problem of a name that there is not.
 *
 * @param name
 *   What it is a name of, and the name: ``action `cal` ``.
 * @param meant
 *   The name that was meant, if one was found.
 * @param otherwise
 *   What to do where none was.
 */
export function unknownName(
  ruleId: RuleId,
  name: string,
  range: Range,
  meant: Meant | undefined,
  otherwise?: string,
): Problem {
  const advice = meant ? `did you mean ${quote(meant.name)}?` : otherwise;
  const reason = [`Unknown ${name}`, advice].filter(Boolean).join('; ');
  return {
    ...problem(ruleId, reason, range, meant?.name),
    ...(meant?.isGuess ? { isGuess: true } : {}),
  };
}

/** The whole of a text. */
export function wholeOf(text: string): Range {
  return { start: 0, end: text.length };
}

/**
 * Text of an author inside a message: marked as code, and short.
 *
 * @param most
 *   How many characters of it are shown. Default: `60`.
 */
export function quote(text: string, most = 60): string {
  const short = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``;
}

/** `a`, `b` or `c`, each marked as code. */
export function quoteList(texts: ReadonlyArray<string>): string {
  return texts
    .map((text) => quote(text))
    .join(', ')
    .replace(/, (?=[^,]+$)/, ' or ');
}

/** Make the problem of a shorthand in the text of another link: the other link wins. */
export function nestedLink(head: string): Problem {
  const reason = 'A contact link cannot be inside another link';
  return {
    ...problem('nested-link', reason, wholeOf(head)),
    remedy: 'move it out of that link',
  };
}
