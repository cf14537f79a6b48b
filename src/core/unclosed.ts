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
  const finding = { level: 'invalid', ruleId: 'unclosed' } as const;
  const single = closedOnce(source, settings);
  if (single) {
    return {
      ...finding,
      reason: 'Unclosed shorthand: one `]` ends it, but it takes two',
      ...single,
    };
  }
  if (stop.in === 'label') {
    return {
      ...finding,
      reason:
        'Unclosed shorthand: no `]]` follows its label before the paragraph ends or another `[[` begins',
      actual: source.slice(0, source.indexOf('|') + 1),
      expected: [],
    };
  }
  const actual = source.trimEnd();
  const atLineEnd = isLineEnd(stop.code);
  return {
    ...finding,
    reason: `Unclosed shorthand: ${whyHeadStops(actual, stop.code, inTable)}`,
    actual,
    expected: atLineEnd && !inTable ? closed(actual.slice(2), '', settings) : [],
  };
}

function whyHeadStops(source: string, code: number | null, inTable: boolean): string {
  if (code !== null && !isLineEnd(code)) {
    return `${show(String.fromCharCode(code))} cannot stand before its \`]]\` or label`;
  }
  const value = /[ \t;]([a-z][\w-]*)="[^"]*$/i.exec(source);
  if (value)
    return `the quotes of ${quote(value[1] ?? '')} are not closed on this line`;
  return inTable
    ? 'its `]]` is not in this cell; in a table the bar before a label is `\\|`'
    : 'write `]]`, or `|` and a label, on the same line';
}

/** Whether a single `]` stands where two should: a slip of the pen. */
function closedOnce(
  source: string,
  settings: Settings,
): Pick<Finding, 'actual' | 'expected'> | undefined {
  const end = unpairedBracket(source);
  if (end < 0) return undefined;
  const text = source.slice(2, end);
  const [head = ''] = text.split('|', 1);
  const expected = closed(head, text.slice(head.length), settings);
  return expected.length > 0
    ? { actual: source.slice(0, end + 1), expected }
    : undefined;
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

function isLineEnd(code: number | null): boolean {
  return code === null || code < -2 || code === 10 || code === 13;
}
