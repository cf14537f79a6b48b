import { resolveHead } from '../resolve/resolve-head.js';
import type { Settings } from '../settings.js';
import { isHead } from '../shorthand/scan-head.js';
import { type Attempt, ofHead, ofProblem, ofSuggestion } from './corrections.js';
import { toEdit, withoutSecrets } from './finding.js';
import { quote, wholeOf } from './problem.js';
import type { Closed, Suggester } from './suggester.js';

/** Whether a head is a link, with nothing to report. */
export function isRight(head: string, settings: Settings): boolean {
  if (!isHead(head, settings.names)) return false;
  const result = resolveHead(head, settings);
  return result.kind === 'link' && result.advice.length === 0;
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
    for (const better of ofSuggestion(wrong, settings)) {
      queue.push({
        heads: heads.flatMap((head) => (head === wrong ? better.heads : [head])),
        isGuess: isGuess || better.isGuess,
      });
    }
  }
  return undefined;
}

/** Add to a finding what to write instead. */
export const complete: Suggester['complete'] = (
  finding,
  problem,
  { head, source },
  settings,
  edit,
) => {
  const rest = source.slice(2 + head.length);
  const closed =
    closeHeads(ofProblem(head, problem), rest, settings) ??
    (finding.kind === 'invalid'
      ? closeHeads(ofHead(head, problem.ruleId, settings), rest, settings)
      : undefined);
  const suggestions = [
    ...(edit ? [edit] : []),
    ...(closed ? [toEdit(closed, wholeOf(source))] : []),
  ];
  const text = suggestions[0]?.text;
  // A reason is one line, and a link can have markers of quotes and lists between its lines.
  const isSaid = text !== undefined && !(edit && /[\r\n]/.test(text));
  const reason = isSaid ? reasonWith(problem.reason, text, settings) : finding.reason;
  return { ...finding, reason, suggestions };
};

/** Say in a reason what to write: many reporters show nothing else. */
export function reasonWith(reason: string, text: string, settings: Settings): string {
  const write = reason.endsWith('?') ? ' Write' : '; write';
  return withoutSecrets(`${reason}${write} ${quote(text, 200)}`, settings);
}
