import type { DocumentEdit } from 'remark-contact-links/core';
import { applyEdits } from './edit.js';

/** How many unchanged lines are shown around changed ones, as git does. */
const context = 3;

/** Lines that change, in a row or with few others between them. */
interface Hunk {
  /** The first line, and the one after the last, with the lines around the changes. */
  first: number;
  last: number;
  changes: Array<Change>;
}

/** Lines in a row that all change, and their changes. */
interface Change {
  first: number;
  last: number;
  edits: Array<DocumentEdit>;
}

/**
 * Show changes as a unified diff. The changes are known, so nothing is compared: the time grows
 * with the length of the text, not with the square of the number of changes.
 *
 * @param path
 *   The path of the file, in one line.
 * @param source
 *   The document.
 * @param edits
 *   Changes in the order of the document; they do not overlap.
 * @see https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 */
export function unifiedDiff(
  path: string,
  source: string,
  edits: ReadonlyArray<DocumentEdit>,
): string {
  const lines = linesOf(source);
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  let shift = 0;
  const hunks = hunksOf(edits, starts).map(({ changes, first, last }) => {
    let body = '';
    let added = 0;
    let at = first;
    for (const change of changes) {
      const [start = 0, end = 0] = [starts[change.first], starts[change.last]];
      const own = change.edits.map((edit) => ({
        ...edit,
        start: edit.start - start,
        end: edit.end - start,
      }));
      const changed = linesOf(applyEdits(source.slice(start, end), own));
      body += show(' ', lines.slice(at, change.first));
      body += show('-', lines.slice(change.first, change.last)) + show('+', changed);
      added += changed.length - (change.last - change.first);
      at = change.last;
    }
    body += show(' ', lines.slice(at, last));
    const count = last - first;
    const range = `-${first + 1},${count} +${first + 1 + shift},${count + added}`;
    shift += added;
    return `@@ ${range} @@\n${body}`;
  });
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

/** Split a text into lines with their ends; the last line may have none. */
function linesOf(text: string): Array<string> {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Find the lines that changes are in. */
function hunksOf(
  edits: ReadonlyArray<DocumentEdit>,
  starts: ReadonlyArray<number>,
): Array<Hunk> {
  const hunks: Array<Hunk> = [];
  const count = starts.length - 1;
  let line = 0;
  const goTo = (offset: number) => {
    while (line < count - 1 && (starts[line + 1] ?? 0) <= offset) line++;
    return line;
  };
  for (const edit of edits) {
    const first = goTo(edit.start);
    // A change that removes the end of a line changes the next line, too.
    const last = goTo(edit.end) + 1;
    const hunk = hunks.at(-1);
    const change = hunk?.changes.at(-1);
    if (hunk && change && first - change.last <= 2 * context) {
      if (first <= change.last) {
        change.last = last;
        change.edits.push(edit);
      } else hunk.changes.push({ first, last, edits: [edit] });
      hunk.last = Math.min(last + context, count);
    } else {
      hunks.push({
        first: Math.max(first - context, 0),
        last: Math.min(last + context, count),
        changes: [{ first, last, edits: [edit] }],
      });
    }
  }
  return hunks;
}

function show(mark: string, lines: ReadonlyArray<string>): string {
  return lines
    .map((line) =>
      line.endsWith('\n')
        ? mark + line
        : `${mark}${line}\n\\ No newline at end of file\n`,
    )
    .join('');
}
