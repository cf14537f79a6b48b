/** Whether an odd number of backslashes comes before a place. */
export function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}

/** Write a text as the cell of a table has it, where each bar needs a backslash. */
export function escapeBars(text: string): string {
  return text.replace(/\|/g, '\\|');
}
