import type { DocumentEdit, Finding } from './finding.js';

/**
 * Get the texts to write in place of the whole text that a finding is about.
 *
 * @param finding
 *   The finding.
 * @returns
 *   The `expected` of its messages, best first.
 */
export function expectedOf({ actual, suggestions }: Finding): Array<string> {
  return suggestions
    .filter(({ range }) => range.start === 0 && range.end === actual.length)
    .map(({ text }) => text);
}

/**
 * Get the change of a document that puts a finding right, where it is sure what was meant.
 *
 * @param finding
 *   The finding.
 * @param start
 *   Where in the document `actual` is.
 * @returns
 *   The only suggestion; nothing where there are several, none, or one that is a guess.
 */
export function fixOf(
  { suggestions }: Finding,
  start: number,
): DocumentEdit | undefined {
  const [edit, ...others] = suggestions;
  if (!edit || edit.isGuess || others.length > 0) return undefined;
  const { range, text } = edit;
  return { start: start + range.start, end: start + range.end, text };
}

/**
 * Get the changes of a document that `expected` cannot hold, because they change more or less
 * than the text that a finding is about.
 *
 * @param finding
 *   The finding.
 * @param start
 *   Where in the document `actual` is.
 * @returns
 *   Changes, with offsets in the document; best first.
 */
export function editsOf(
  { actual, suggestions }: Finding,
  start: number,
): Array<DocumentEdit> {
  return suggestions
    .filter(({ range }) => range.start !== 0 || range.end !== actual.length)
    .map(({ range, text }) => ({
      start: start + range.start,
      end: start + range.end,
      text,
    }));
}
