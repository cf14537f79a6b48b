import type { RuleId } from './rules.js';

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
   * What may be right in place of the head, best first: most often one other head; several
   * where each needs a shorthand of its own.
   */
  readonly suggestions: ReadonlyArray<ReadonlyArray<string>>;
  /** Whether the author may have meant something else than what is suggested. Default: no. */
  readonly isGuess?: boolean;
  /** What to do, for the author, where no text can be suggested. */
  readonly remedy?: string | undefined;
}

/**
 * Make a problem.
 *
 * @param range
 *   The part of the head that is wrong.
 * @param heads
 *   Heads that may be right in place of the one that is not, best first.
 */
export function problem(
  ruleId: RuleId,
  reason: string,
  { end, start }: Range,
  ...heads: ReadonlyArray<string>
): Problem {
  const suggestions = heads.map((head) => [head]);
  return { kind: 'problem', ruleId, reason, range: { start, end }, suggestions };
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
