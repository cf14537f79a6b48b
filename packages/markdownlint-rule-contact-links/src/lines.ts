import type { MicromarkToken, RuleParams } from 'markdownlint';

/**
 * Get the lines of a document as they are written. The lines of markdownlint have dots in place
 * of the text of comments, which may turn rules off; its tokens have the text.
 */
export function linesOf({ lines, parsers }: RuleParams): Array<string> {
  const written = [...lines];
  if (lines.some((line) => line.includes('<!--'))) restore(parsers.micromark.tokens);
  return written;

  function restore(tokens: ReadonlyArray<MicromarkToken>): void {
    for (const token of tokens) {
      const { children, endColumn, endLine, startColumn, startLine, text } = token;
      restore(children);
      const line = written[startLine - 1] ?? '';
      if (children.length > 0 || startLine !== endLine) continue;
      written[startLine - 1] =
        line.slice(0, startColumn - 1) + text + line.slice(endColumn - 1);
    }
  }
}
