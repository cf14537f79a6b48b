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
  let line = first;
  // Where the line begins and ends in the text, and what stands before it in the document.
  let begin = 0;
  let end = endOf(content, begin);
  let indent = indentOf();

  return (offset) => {
    while (offset > end && end < content.length) {
      begin = end + 1;
      end = endOf(content, begin);
      line++;
      indent = indentOf();
    }
    return indent === undefined
      ? { line: line + 1 }
      : { line: line + 1, column: indent + offset - begin + 1 };
  };

  function indentOf(): number | undefined {
    // White space before it may have been a tab.
    const text = content.slice(begin, end).trimStart();
    const start = lineAt(lines, line).indexOf(text);
    return start < 0 ? undefined : start - (end - begin - text.length);
  }
}

function endOf(content: string, begin: number): number {
  const end = content.indexOf('\n', begin);
  return end < 0 ? content.length : end;
}

function lineAt(lines: ReadonlyArray<string>, index: number): string {
  const [line = ''] = lines.slice(index, index + 1);
  return line;
}

/**
 * Make a function that finds places in the cells of a row, which it is given in their order.
 *
 * @param line
 *   Line of the row, from 0.
 * @param lines
 *   Lines of the document.
 * @returns
 *   Function that takes the text of a cell, and gives one that takes offsets in that.
 */
export function createCells(
  line: number,
  lines: ReadonlyArray<string>,
): (content: string) => (offset: number) => Place {
  const row = lineAt(lines, line);
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
