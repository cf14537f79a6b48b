/**
 * Whether an odd number of backslashes comes before a place.
 *
 * @param from
 *   Where the backslashes that count may begin. Default: at the start of the text.
 */
export function isEscaped(text: string, at: number, from = 0): boolean {
  let first = at;
  while (first > from && text[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}

/** Write a text as the cell of a table has it, where each bar needs a backslash. */
export function escapeBars(text: string): string {
  return text.replace(/\|/g, '\\|');
}
