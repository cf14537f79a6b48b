/**
 * Find the place of something in the text of a block.
 *
 * markdown-it knows the lines of a block, and has taken its markers and indentation away;
 * the column is found again by the text of the line.
 *
 * @param first
 *   First line of the block, from 0.
 * @param content
 *   Text of the block.
 * @param offset
 *   Where it is in that.
 * @param lines
 *   Lines of the document.
 */
export function placeOf(
  first: number,
  content: string,
  offset: number,
  lines: ReadonlyArray<string>,
): { line: number; column?: number } {
  const before = content.slice(0, offset);
  const begin = before.lastIndexOf('\n') + 1;
  const index = first + before.split('\n').length - 1;
  const [text = ''] = content.slice(begin).split('\n', 1);
  const line = lines[index] ?? '';
  const start = line.indexOf(text);
  // In a table the text is unescaped: then the shorthand itself may still be found.
  const column = start < 0 ? line.indexOf('[[') : start + offset - begin;
  return column < 0 ? { line: index + 1 } : { line: index + 1, column: column + 1 };
}
