import { resolveHead } from '../resolve/resolve-head.js';
import type { Settings } from '../settings.js';
import { isHead } from '../shorthand/scan-head.js';
import { type Attempt, ofHead, ofProblem, ofSuggestion } from './corrections.js';
import { type TextEdit, toEdit, withoutSecrets } from './finding.js';
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
 *   The shorthands, with commas between them, best first: several where it may be one or the
 *   other, none where no heads work.
 */
export function closeHeads(
  first: ReadonlyArray<Attempt>,
  rest: string,
  settings: Settings,
): Array<Closed> {
  const queue = [...first];
  const tried = new Set<string>();
  const found: Array<Closed> = [];
  for (const { heads, isEither, isGuess } of queue) {
    if (found.length > 0 && !isEither) continue;
    const key = heads.join('\n');
    // Several links cannot share the label of one.
    if (tried.has(key) || (heads.length > 1 && rest !== ']]')) continue;
    if (tried.size === mostTries) break;
    tried.add(key);
    const wrong = heads.find((head) => !isRight(head, settings));
    if (wrong === undefined) {
      found.push({ text: heads.map((head) => `[[${head}${rest}`).join(', '), isGuess });
      if (!isEither) break;
    } else if (found.length === 0) {
      for (const better of ofSuggestion(wrong, settings)) {
        queue.push({
          heads: heads.flatMap((head) => (head === wrong ? better.heads : [head])),
          isGuess: isGuess || better.isGuess,
          isEither: isEither || better.isEither,
        });
      }
    }
  }
  return found;
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
  let closed = closeHeads(ofProblem(head, problem), rest, settings);
  if (closed.length === 0 && finding.kind === 'invalid') {
    closed = closeHeads(ofHead(head, problem.ruleId, settings), rest, settings);
  }
  const suggestions = closed.map((each) => toEdit(each, wholeOf(source)));
  // A reason is one line, and a link can have markers of quotes and lists between its lines.
  const said = edit ? [edit].filter(({ text }) => !/[\r\n]/.test(text)) : suggestions;
  const reason =
    said.length > 0 ? reasonWith(problem.reason, said, settings) : finding.reason;
  return { ...finding, reason, suggestions: [...(edit ? [edit] : []), ...suggestions] };
};

/** Say in a reason what to write: many reporters show nothing else. */
export function reasonWith(
  reason: string,
  edits: ReadonlyArray<Pick<TextEdit, 'text'>>,
  settings: Settings,
): string {
  const write = reason.endsWith('?') ? ' Write' : '; write';
  const texts = edits.map(({ text }) => quote(text, 200)).join(' or ');
  return withoutSecrets(`${reason}${write} ${texts}`, settings);
}
