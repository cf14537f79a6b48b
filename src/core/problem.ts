import type { RuleId } from './rules.js';

/** Why a shorthand is no link, or what is unwise about one that is. */
export interface Problem {
  ruleId: RuleId;
  /** What is wrong and what to do, for the author. */
  reason: string;
  /** Heads that may be right in place of the one that is not, best first. */
  heads?: ReadonlyArray<string>;
}

/** Text of an author inside a message: marked as code, and short. */
export function quote(text: string): string {
  const short = text.length > 60 ? text.slice(0, 59) + '…' : text;
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``;
}

/** `a`, `b` and `c`, each marked as code. */
export function quoteList(texts: ReadonlyArray<string>): string {
  const quoted = texts.map(quote);
  const last = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} or ${last}` : last;
}

/** A shorthand in the text of another link: the other link wins. */
export const nestedLink: Problem = {
  ruleId: 'nested-link',
  reason:
    'A contact link cannot stand inside another link; move it out, or take the other link away',
};
