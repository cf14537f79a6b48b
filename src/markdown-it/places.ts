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
    return start < 0 ? undefined : start;
  }
}

/**
 * Make a function that finds places in the cells of a row, which it is given in their order.
 *
 * @param line
 *   Line of the row, from 0.
 * @param row
 *   Text of that line.
 * @returns
 *   Function that takes the text of a cell, and gives one that takes offsets in that.
 */
export function createCells(
  line: number,
  row: string,
): (content: string) => (offset: number) => Place {
  let end = 0;
  return (content) => {
    // In a cell each bar has lost the backslash before it.
    const start = row.indexOf(escapeBars(content), end);
    end = start + escapeBars(content).length;
    return (offset) => ({
      line: line + 1,
      column: start + escapeBars(content.slice(0, offset)).length + 1,
    });
  };
}

function escapeBars(text: string): string {
  return text.replace(/\|/g, '\\|');
}
