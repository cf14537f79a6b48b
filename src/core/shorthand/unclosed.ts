import { found } from '../../services/forbidden.js';
import { type Finding, toEdit } from '../findings/finding.js';
import { wholeOf } from '../findings/problem.js';
import type { Closed } from '../findings/suggester.js';
import type { Settings } from '../settings.js';
import { isLineEnd, withoutEnd } from './scan-head.js';

/** A shorthand that is not closed. */
export interface Unclosed {
  /** What was read of it, from `[[` to where the attempt stopped. */
  source: string;
  /** The code at which the head stopped; `null` is the end of the line. */
  code?: number | null | undefined;
  /** Where the label begins, when there is one. */
  label?: number | undefined;
}

/**
 * Find out why a shorthand is not closed.
 *
 * @param inTable
 *   Whether it is in the cell of a table, which a bar ends.
 * @returns
 *   A finding; its `actual` is a beginning of the source, and is on one line.
 */
export function unclosedFinding(
  { code, label, source }: Unclosed,
  inTable: boolean,
  settings: Settings,
): Finding {
  const [line = ''] = source.split(/[\r\n]/, 1);
  // Nothing in quotes ends the head.
  const plain = line.replace(/="(?:.*?)(?<!\\)"/g, (value) => '_'.repeat(value.length));
  const bracket = unpairedBracket(plain, label ?? 2);
  let actual = line.trimEnd();
  const { closeHeads } = settings.suggester;
  let expected: Array<Closed> = [];
  let reason: string;

  // Where code and the like may hide a bracket, it is not known what the bracket ends.
  const isHidden = /[`<{$]/.test(line.slice(label ?? bracket, bracket));

  if (bracket > 0 && !isHidden && !plain.includes('="')) {
    actual = line.slice(0, bracket + 1);
    const head = withoutEnd(line.slice(2, label ?? bracket));
    const rest = line.slice(2 + head.length, bracket);
    // Where another `]` comes later, this one may be part of the label.
    if (!line.includes(']', bracket + 1)) {
      expected = closeHeads([{ heads: [head], isGuess: false }], `${rest}]]`, settings);
    }
    reason = 'one `]` does not close it; write `]]`, or `\\]` in a label';
  } else if (label !== undefined) {
    actual = line.slice(0, label);
    reason =
      'no `]]` follows the label before the paragraph ends or another `[[` begins';
  } else if (code && !isLineEnd(code)) {
    reason = `only its label can contain ${found(/./u, String.fromCharCode(code))}`;
  } else if (inTable) {
    reason = 'no `]]` closes it in this cell; in a table, write `\\|` for `|`';
  } else {
    // A `]]` that did not end the head is in quotes that are open.
    const end = plain.indexOf(']]');
    if (end > 0) actual = line.slice(0, end + 2);
    const head = end > 0 ? `${line.slice(2, end)}"` : actual.slice(2);
    // Without a bracket it may end anywhere on the line.
    expected = closeHeads([{ heads: [head], isGuess: end < 0 }], ']]', settings);
    reason =
      end > 0
        ? 'its quotes are open; write `"` before `]]`'
        : 'write `]]` on this line, or `|`, a label and `]]`';
  }
  const range = wholeOf(actual);
  return {
    kind: 'invalid',
    ruleId: 'unclosed',
    reason: `Unclosed shorthand: ${reason}`,
    actual,
    range,
    suggestions: expected.map((each) => toEdit(each, range)),
  };
}

/** The index of the first `]` without a `[` before it; `-1` when there is none. */
function unpairedBracket(line: string, from: number): number {
  let depth = 0;
  for (let index = from; index < line.length; index++) {
    const character = line[index];
    if (character === '\\') index++;
    else if (character === '[') depth++;
    else if (character === ']' && depth-- === 0) return index;
  }
  return -1;
}
