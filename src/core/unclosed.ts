import { found } from '../services/characters.js';
import { closeHead, type Finding } from './finding.js';
import type { Settings } from './options.js';
import { isLineEnd } from './scan.js';

/** A shorthand that is not closed. */
export interface Unclosed {
  /** What was read of it, from `[[` to where the attempt stopped. */
  source: string;
  /**
   * The code at which its head stopped; `null` is the end of the line. Nothing where the
   * head is whole and no `]]` follows its label.
   */
  code?: number | null | undefined;
}

/**
 * Find out why a shorthand is not closed.
 *
 * @param inTable
 *   Whether it stands in the cell of a table, where a bar ends all there is.
 * @returns
 *   A finding; its `actual` is a beginning of the source, and stands on one line.
 */
export function unclosedFinding(
  { code, source }: Unclosed,
  inTable: boolean,
  settings: Settings,
): Finding {
  const [line = ''] = source.split(/[\r\n]/, 1);
  const bar = line.indexOf('|');
  const bracket = unpairedBracket(line);
  let actual = line.trimEnd();
  let expected: Array<string> = [];
  let reason: string;

  if (bracket > 0) {
    actual = line.slice(0, bracket + 1);
    const head = actual.slice(2, code === undefined ? bar : bracket);
    const rest = `${actual.slice(2 + head.length)}]`;
    // With another `]` behind it, this one may as well be part of the label.
    if (!line.includes(']', bracket + 1)) expected = closeHead(head, rest, settings);
    reason = 'a single `]` does not end it; write `]]`, or `\\]` in a label';
  } else if (code === undefined) {
    actual = line.slice(0, bar + 1);
    reason = 'no `]]` follows its label in this paragraph, before another `[[`';
  } else if (code !== null && !isLineEnd(code)) {
    reason = `${found(/./u, String.fromCharCode(code))} cannot stand before its \`]]\` or label`;
  } else if (inTable) {
    reason = 'its `]]` is not in this cell; in a table a label begins with `\\|`';
  } else {
    expected = closeHead(actual.slice(2), ']]', settings);
    reason = 'write `]]`, or `|` and a label, on this line, and close all quotes';
  }
  return {
    level: 'invalid',
    ruleId: 'unclosed',
    reason: `Unclosed shorthand: ${reason}`,
    actual,
    expected,
  };
}

/** Where the first `]` stands that has no `[` before it; `-1` when there is none. */
function unpairedBracket(line: string): number {
  let depth = 0;
  for (let index = 2; index < line.length; index++) {
    const character = line[index];
    if (character === '\\') index++;
    else if (character === '[') depth++;
    else if (character === ']' && depth-- === 0) return index;
  }
  return -1;
}
