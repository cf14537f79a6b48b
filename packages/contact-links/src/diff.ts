import type { DocumentEdit } from 'remark-contact-links/core';
import { applyEdits } from './edit.js';

/** How many lines that stay are shown around those that change, as git does. */
const context = 3;

/** Lines that change: some in a row, or with few others between them. */
interface Hunk {
  /** The first line and the one after the last, with what is around. */
  first: number;
  last: number;
  changes: Array<Change>;
}

/** Lines in a row of which each changes, and what becomes of them. */
interface Change {
  first: number;
  last: number;
  edits: Array<DocumentEdit>;
}

/**
 * Show changes as a unified diff. They are known, so nothing is compared: time grows with the
 * length of the text and not with the number of changes squared.
 *
 * @param path
 *   In one line.
 * @param source
 *   The document.
 * @param edits
 *   In the order of the document; they do not overlap.
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

/** The lines of a text with their ends; the last may have none. */
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
    // Without its end, a line runs on into the next.
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
