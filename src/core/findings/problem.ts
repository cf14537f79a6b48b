import type { RuleId } from './rules.js';

/** Why a shorthand is no link, or what is unwise about one that is. */
export interface Problem {
  ruleId: RuleId;
  /** What is wrong and what to do, for the author. */
  reason: string;
  /** Heads that may be right in place of the one that is not, best first. */
  heads: ReadonlyArray<string>;
}

/** Make a problem. */
export function problem(
  ruleId: RuleId,
  reason: string,
  ...heads: ReadonlyArray<string>
): Problem {
  return { ruleId, reason, heads };
}

/** Text of an author inside a message: marked as code, and short. */
export function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``;
}

/** `a`, `b` or `c`, each marked as code. */
export function quoteList(texts: ReadonlyArray<string>): string {
  return texts
    .map(quote)
    .join(', ')
    .replace(/, (?=[^,]+$)/, ' or ');
}

/** A shorthand in the text of another link: the other link wins. */
export const nestedLink = problem(
  'nested-link',
  'A contact link cannot stand inside another link; move it out of that',
);
