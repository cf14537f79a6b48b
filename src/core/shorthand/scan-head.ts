import {
  backslash,
  carriageReturn,
  colon,
  equalsTo,
  graveAccent,
  leftSquareBracket,
  lessThan,
  lineFeed,
  quotationMark,
  rightSquareBracket,
  verticalBar,
} from './characters.js';

/**
 * What the code just given means:
 *
 * - `more`: it belongs to the head, give the next one;
 * - `bare`: it is the second `]`, and the shorthand is complete without a label;
 * - `label`: it is the bar, a label follows;
 * - `foreign`: this is not a shorthand of ours;
 * - `broken`: the head cannot go on here, and nothing has closed it.
 */
export type Step = 'more' | 'bare' | 'label' | 'foreign' | 'broken';

/**
 * Make a scanner for what follows `[[`: it finds out, code by code, whether a registered
 * service is named and where the head of the shorthand ends.
 *
 * The head is on one line and holds no `[`, `` ` `` or `<`. A `|` or `]]` in a quoted
 * value belongs to the value; `\"` does not end one.
 *
 * @param services
 *   Registered services by their name.
 * @returns
 *   Function that takes a UTF-16 code unit, or `null` or a negative number for the end of
 *   the line (tabs are `-2` and `-1`, as in micromark).
 */
export function createHeadScanner(
  services: ReadonlyMap<string, unknown>,
): (code: number | null) => Step {
  let name = '';
  let inName = true;
  let quoted = false;
  let previous: number | null = null;

  return (code) => {
    if (inName) {
      // What a scheme is made of (RFC 3986 section 3.1).
      if (code && /[\w+.-]/.test(String.fromCharCode(code))) {
        name += String.fromCharCode(code);
        return 'more';
      }
      inName = false;
      return code === colon && services.has(name.toLowerCase()) ? 'more' : 'foreign';
    }
    if (isLineEnd(code) || endsHead(code)) return 'broken';
    const before = previous;
    previous = code;
    if (!quoted && code === verticalBar) return 'label';
    if (!quoted && code === rightSquareBracket && before === code) return 'bare';
    // Quotes open after `=`, and close where no backslash is before them.
    if (code === quotationMark)
      quoted = quoted ? before === backslash : before === equalsTo;
    return 'more';
  };
}

/** What a text has at a `[[`. */
export interface Head {
  step: Exclude<Step, 'more'>;
  /** After `]]` or the bar; of a broken one, where it breaks. */
  end: number;
}

/** Scan a text from after `[[`. */
export function scanHead(
  text: string,
  from: number,
  services: ReadonlyMap<string, unknown>,
): Head {
  const scan = createHeadScanner(services);
  for (let index = from; ; index++) {
    const step = scan(index < text.length ? text.charCodeAt(index) : null);
    if (step !== 'more') return { step, end: step === 'broken' ? index : index + 1 };
  }
}

/**
 * Check whether a text is a head and nothing else.
 *
 * @param text
 *   What is to come between `[[` and `]]`.
 * @param services
 *   Registered services by all their names: `settings.names`.
 * @returns
 *   Whether it is.
 */
export function isHead(text: string, services: ReadonlyMap<string, unknown>): boolean {
  const { end, step } = scanHead(`${text}]]`, 0, services);
  return step === 'bare' && end === text.length + 2;
}

/**
 * Get the head of a shorthand.
 *
 * @param shorthand
 *   The whole, from `[[` to `]]`.
 * @param services
 *   Registered services by all their names: `settings.names`.
 * @returns
 *   What comes between its `[[` and its bar or `]]`.
 */
export function headOf(
  shorthand: string,
  services: ReadonlyMap<string, unknown>,
): string {
  return withoutEnd(shorthand.slice(2, scanHead(shorthand, 2, services).end));
}

/** The head without what ended it: `|`, `\|` or `]]`. */
export function withoutEnd(head: string): string {
  return head.replace(/(?:\\?\||]])$/, '');
}

/** Whether a line ends at a code; micromark has negative ones for that, below its tabs. */
export function isLineEnd(code: number | null): boolean {
  return code === null || code < -2 || code === lineFeed || code === carriageReturn;
}

function endsHead(code: number | null): boolean {
  return code === leftSquareBracket || code === graveAccent || code === lessThan;
}
