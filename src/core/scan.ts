const quotationMark = 34;
const colon = 58;
const lessThan = 60;
const equalsTo = 61;
const leftSquareBracket = 91;
const backslash = 92;
const rightSquareBracket = 93;
const graveAccent = 96;
const verticalBar = 124;

/**
 * What the code just given means:
 *
 * - `more`: it belongs to the head, give the next one;
 * - `bare`: it is the second `]`, the shorthand is complete;
 * - `label`: it is the bar, a label follows;
 * - `foreign`: this is no shorthand of ours;
 * - `broken`: the head ends here without an end, the code does not belong to it.
 */
export type Step = 'more' | 'bare' | 'label' | 'foreign' | 'broken';

/**
 * Make a scanner for what follows `[[`: it finds out, code by code, whether a registered
 * service is named and where the head of the shorthand ends.
 *
 * The head stands on one line and holds no `[`, `` ` `` or `<`. A `|` or `]]` in a quoted
 * value belongs to the value; `\"` does not end one.
 *
 * @param isService
 *   Whether a name, in lower case, is that of a registered service.
 * @returns
 *   Function that takes a UTF-16 code unit, or `null` or a negative number for the end of
 *   the line (tabs are `-2` and `-1`, as in micromark).
 */
export function createHeadScanner(
  isService: (name: string) => boolean,
): (code: number | null) => Step {
  let name: string | undefined = '';
  let quoted = false;
  let previous: number | null = null;

  return scan;

  function scan(code: number | null): Step {
    if (name !== undefined) return inName(name, code);
    if (endsHead(code)) return 'broken';
    const before = previous;
    previous = code;
    if (!quoted && code === verticalBar) return 'label';
    if (!quoted && code === rightSquareBracket && before === rightSquareBracket) {
      return 'bare';
    }
    quoted = isQuoted(quoted, code, before);
    return 'more';
  }

  function inName(start: string, code: number | null): Step {
    if (code === colon) {
      name = undefined;
      return isService(start.toLowerCase()) ? 'more' : 'foreign';
    }
    if (code === null || !isNameCode(code)) return 'foreign';
    name = start + String.fromCharCode(code);
    return 'more';
  }
}

/**
 * Whether what follows a code stands in quotes: they open behind `=` and close at the
 * next `"` that has no `\` before it.
 */
export function isQuoted(
  quoted: boolean,
  code: number | null,
  before: number | null,
): boolean {
  return quoted
    ? code !== quotationMark || before === backslash
    : code === quotationMark && before === equalsTo;
}

/** Whether a text is a head and nothing else. */
export function isHead(text: string, isService: (name: string) => boolean): boolean {
  const scan = createHeadScanner(isService);
  for (let index = 0; index < text.length; index++) {
    if (scan(text.charCodeAt(index)) !== 'more') return false;
  }
  return scan(rightSquareBracket) === 'more' && scan(rightSquareBracket) === 'bare';
}

/** The head without what ended it: `|`, `\|` or `]]`. */
export function withoutEnd(head: string): string {
  return head.replace(/(?:\\?\||]])$/, '');
}

/** ASCII letters, digits, `+`, `-` and `.`, as in a scheme (RFC 3986 section 3.1). */
function isNameCode(code: number): boolean {
  return (
    (code > 96 && code < 123) ||
    (code > 64 && code < 91) ||
    (code > 47 && code < 58) ||
    code === 43 ||
    code === 45 ||
    code === 46
  );
}

function endsHead(code: number | null): boolean {
  return (
    code === null ||
    code < -2 ||
    code === 10 ||
    code === 13 ||
    code === leftSquareBracket ||
    code === graveAccent ||
    code === lessThan
  );
}
