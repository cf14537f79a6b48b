const lineEnding = /\r\n|[\r\n]/;

/** Where a text is said to be. */
export interface Claim {
  /** From 1; nothing where an engine does not know. */
  line?: number | undefined;
  column?: number | undefined;
  /** The text; in a container it may be without the marks before its lines. */
  actual: string;
}

/**
 * Write where a text is in a document.
 *
 * @param document
 *   The document.
 * @param claim
 *   The text, and where it is said to start.
 * @returns
 *   `1:3-1:20`; its end is `?` where the document has another text there.
 */
export function placeOf(
  document: string,
  { actual, column = 0, line = 0 }: Claim,
): string {
  // A byte order mark has no column.
  const lines = document
    .replace(/^\uFEFF/, '')
    .split(lineEnding)
    .slice(line - 1);
  const texts = actual.split(lineEnding);
  // Engines drop white space at the end of a line.
  const ends = texts.map((text, index) =>
    endOf(
      lines[index] ?? '',
      index + 1 < texts.length ? text.trimEnd() : text,
      index === 0 ? column - 1 : undefined,
    ),
  );
  const end = ends.includes(undefined)
    ? '?'
    : `${line + texts.length - 1}:${(ends.at(-1) ?? 0) + 1}`;
  return `${line}:${column}-${end}`;
}

/** Where a text ends in a line that has it, at a place if that is known. */
function endOf(
  line: string,
  text: string,
  start = line.indexOf(text),
): number | undefined {
  return start >= 0 && line.startsWith(text, start) ? start + text.length : undefined;
}
