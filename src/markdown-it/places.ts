/** Line and column, from 1. */
export interface Place {
  line: number;
  column?: number;
}

/**
 * Make a function that finds the place of something in the text of a block.
 *
 * markdown-it knows the lines of a block, and has taken its markers and indentation away;
 * the column is found again by the text of the line.
 *
 * @param first
 *   First line of the block, from 0.
 * @param content
 *   Text of the block.
 * @param lines
 *   Lines of the document.
 * @returns
 *   Function that takes offsets in the text, in ascending order.
 */
export function createPlaces(
  first: number,
  content: string,
  lines: ReadonlyArray<string>,
): (offset: number) => Place {
  const texts = content.split('\n');
  let index = 0;
  // Where the line begins in the text, and what stands before it in the document.
  let begin = 0;
  let indent = indentOf(index);

  return (offset) => {
    while (index + 1 < texts.length && offset > begin + lengthOf(index)) {
      begin += lengthOf(index) + 1;
      index++;
      indent = indentOf(index);
    }
    const line = first + index + 1;
    return indent === undefined
      ? { line }
      : { line, column: indent + offset - begin + 1 };
  };

  function lengthOf(at: number): number {
    return texts[at]?.length ?? 0;
  }

  function indentOf(at: number): number | undefined {
    const line = lines[first + at] ?? '';
    const text = texts[at] ?? '';
    const start = line.indexOf(text);
    if (start >= 0) return start;
    // In a table the text is unescaped: then its first shorthand may still be found.
    const shorthand = line.indexOf('[[');
    return shorthand < 0 ? undefined : shorthand - text.indexOf('[[');
  }
}
