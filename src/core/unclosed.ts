import { show } from '../services/characters.js';
import { correctHead, type Finding } from './finding.js';
import type { Settings } from './options.js';
import { quote } from './problem.js';

/** A shorthand that is not closed. */
export interface Unclosed {
  /** What was read of it, from `[[` to where the attempt stopped. */
  source: string;
  /**
   * Where it stopped: in its `head`, at a code that cannot stand there (`null` is the end
   * of the line), or in its `label`, for want of a `]]`.
   */
  stop: { in: 'head'; code: number | null } | { in: 'label' };
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
  { source, stop }: Unclosed,
  inTable: boolean,
  settings: Settings,
): Finding {
  const { actual, expected, reason } =
    openQuotes(source, stop, settings) ??
    openBracket(source, settings) ??
    (stop.in === 'label'
      ? openLabel(source)
      : openHead(source.trimEnd(), stop.code, inTable, settings));
  return {
    level: 'invalid',
    ruleId: 'unclosed',
    reason: `Unclosed shorthand: ${reason}`,
    actual,
    expected,
  };
}

type Explanation = Pick<Finding, 'actual' | 'expected' | 'reason'>;

/** A value whose quotes go on to the end of the line. */
function openQuotes(
  source: string,
  stop: Unclosed['stop'],
  settings: Settings,
): Explanation | undefined {
  if (stop.in === 'label' || !isLineEnd(stop.code)) return undefined;
  const value = /[ \t;]([a-z][\w-]*)="(?:[^"]|(?<=\\)")*$/i.exec(source);
  if (!value) return undefined;
  const end = source.indexOf(']]', value.index);
  const text = source.slice(2, end < 0 ? undefined : end).trimEnd();
  return {
    reason: `the quotes of ${quote(value[1] ?? '')} are not closed on this line`,
    actual: end < 0 ? source.trimEnd() : source.slice(0, end + 2),
    expected: closed(`${text}"`, '', settings),
  };
}

/** A single `]` where two should stand, or one in a label that has no partner. */
function openBracket(source: string, settings: Settings): Explanation | undefined {
  const end = unpairedBracket(source);
  if (end < 0) return undefined;
  const [head = ''] = source.slice(2, end).split('|', 1);
  const start = 2 + head.length;
  const isAlone = !source.endsWith(']]') || end >= source.length - 2;
  const label = isAlone
    ? source.slice(start, end)
    : `${source.slice(start, end)}\\${source.slice(end, -2)}`;
  const expected = closed(head, label, settings);
  if (expected.length === 0) return undefined;
  return {
    reason: isAlone
      ? 'one `]` ends it, but it takes two'
      : 'a `]` in a label needs a `[` before it, or a `\\`',
    actual: isAlone ? source.slice(0, end + 1) : source,
    expected,
  };
}

function openLabel(source: string): Explanation {
  return {
    reason:
      'no `]]` follows its label before the paragraph ends or another `[[` begins',
    actual: source.slice(0, source.indexOf('|') + 1),
    expected: [],
  };
}

function openHead(
  actual: string,
  code: number | null,
  inTable: boolean,
  settings: Settings,
): Explanation {
  if (!isLineEnd(code)) {
    const reason = `${show(String.fromCharCode(code))} cannot stand before its \`]]\` or label`;
    return { reason, actual, expected: [] };
  }
  return inTable
    ? {
        reason:
          'its `]]` is not in this cell; in a table the bar before a label is `\\|`',
        actual,
        expected: [],
      }
    : {
        reason: 'write `]]`, or `|` and a label, on the same line',
        actual,
        expected: closed(actual.slice(2), '', settings),
      };
}

/** Where the first `]` of the first line stands that has no `[` in the label; or `-1`. */
function unpairedBracket(source: string): number {
  let depth = 0;
  for (let index = 2; index < source.length; index++) {
    const character = source[index];
    if (character === '\n' || character === '\r') return -1;
    if (character === '\\') index++;
    else if (character === '[') depth++;
    else if (character === ']' && depth-- === 0) return index;
  }
  return -1;
}

function closed(head: string, label: string, settings: Settings): Array<string> {
  const correct = correctHead(head, settings);
  return correct === undefined ? [] : [`[[${correct}${label}]]`];
}

function isLineEnd(code: number | null): code is null {
  return code === null || code < -2 || code === 10 || code === 13;
}
