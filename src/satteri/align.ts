/** Character references; a named one becomes one or two characters. */
const reference = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|[a-z][a-z\d]{0,31});/iy;
/** Second characters of the named references that become two (HTML section 13.5). */
const secondOfTwo = '\u0331\u0333\u0338\u200A\u20D2\u20E5\uFE00';
/** What the engine's smart punctuation makes of a piece of source. */
const smart: ReadonlyArray<readonly [source: string, values: string]> = [
  ['---', '—'],
  ['--', '–'],
  ['...', '…'],
  ['"', '“”'],
  ["'", '‘’'],
  // CommonMark section 2.3; the engine does not always do so.
  ['\0', '\uFFFD'],
];

/**
 * Align the source of a text node with its value.
 *
 * The engine puts the text on both sides of an escape, a character reference or a line ending
 * into one node, so that offsets in its value are not offsets in the source.
 *
 * @returns
 *   The offset in the value for each offset in the source; nothing where the value does not
 *   come from that source, as when another plugin has changed it.
 */
export function align(source: string, value: string): Uint32Array | undefined {
  return (
    alignLines(source, value, /[ \t>]*/y) ??
    // What looks like the marker of a block quote is text in an indented line.
    alignLines(source, value, /[ \t]*/y)
  );
}

/**
 * Align a source of several lines with a value.
 *
 * @param indent
 *   Pattern of what is at the beginning of a line and is not part of the text.
 */
function alignLines(
  source: string,
  value: string,
  indent: RegExp,
): Uint32Array | undefined {
  const places = new Uint32Array(source.length + 1);
  let from = 0;
  let to = 0;

  while (from < source.length) {
    const [length, produced] = step(source, from, value, to, indent);
    if (length === 0) return undefined;
    // An offset inside such a piece is that of its start.
    places.fill(to, from, from + length);
    from += length;
    to += produced;
  }
  if (to !== value.length) return undefined;
  places[from] = to;
  return places;
}

type Step = readonly [source: number, value: number];

/** Count the next characters of the source, and what they become; zero where they do not fit. */
function step(
  source: string,
  from: number,
  value: string,
  to: number,
  indent: RegExp,
): Step {
  const character = source.charAt(from);
  const made = value[to];
  if (character === '\\' && /[!-/:-@[-`{-~]/.test(source.charAt(from + 1))) {
    if (made === source[from + 1]) return [2, 1];
  }
  if (character === '&') {
    reference.lastIndex = from;
    const found = reference.exec(source);
    if (found) return referenceStep(found, source, value, to);
  }
  if (character === '\n' || character === '\r') {
    const ending = source.startsWith('\r\n', from) ? 2 : 1;
    const produced = value.startsWith('\r\n', to) ? 2 : 1;
    if (made !== '\n' && made !== '\r') return [0, 0];
    indent.lastIndex = from + ending;
    indent.test(source);
    return [indent.lastIndex - from, produced];
  }
  for (const [written, values] of smart) {
    if (made !== undefined && values.includes(made)) {
      if (source.startsWith(written, from)) return [written.length, 1];
    }
  }
  if (made === character) return [1, 1];
  // White space at the end of a line is not part of the text.
  return /[ \t]/.test(character) ? [1, 0] : [0, 0];
}

function referenceStep(
  [written, hexadecimal, decimal]: RegExpExecArray,
  source: string,
  value: string,
  to: number,
): Step {
  const isNumeric = hexadecimal !== undefined || decimal !== undefined;
  const isKnown = isNumeric || /^&amp;$/i.test(written);
  if (!isKnown && value.startsWith(written, to))
    return [written.length, written.length];
  const one = String.fromCodePoint(value.codePointAt(to) ?? 0).length;
  if (isKnown) return [written.length, one];
  const second = value[to + one];
  const isTwo =
    written === '&fjlig;' ||
    (second !== undefined &&
      secondOfTwo.includes(second) &&
      second !== source[reference.lastIndex]);
  return [written.length, isTwo ? one + 1 : one];
}
