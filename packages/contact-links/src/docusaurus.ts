/** A line that begins an `mdx-code-block`, which Docusaurus reads as if it had no fences. */
const opening = /^(`{3,4}) *mdx-code-block(?=\r?$)/;

/** A heading up to its id, as in `## Install {#install}`. */
const headingId = /(?<=^|\n)(#{1,6}(?!#)[^\n{]*(?:\{(?!#)[^\n{]*)*)\{(?=#)/g;

/**
 * Turn what Docusaurus takes for MDX into MDX, with each character in its place: Docusaurus
 * changes documents before it parses them, and without these changes they have syntax errors.
 * Other MDX stays as it is: except in code, these forms would be errors there.
 *
 * @param text
 *   A document.
 * @returns
 *   The document with white space in place of the fences of `mdx-code-block`, and with a comma
 *   in place of the opening brace of a heading's id: a comma means nothing in Markdown, and is
 *   punctuation as the brace is. Comments are left to the parser.
 * @see https://github.com/facebook/docusaurus/blob/main/packages/docusaurus-mdx-loader/src/preprocessor.ts
 * @see https://docusaurus.io/docs/api/docusaurus-config#markdown
 */
export function asMdx(text: string): string {
  return unwrap(text).replace(headingId, '$1,');
}

/** Write white space in place of the fences of each `mdx-code-block` that is closed. */
function unwrap(text: string): string {
  if (!text.includes('mdx-code-block')) return text;
  const lines = text.split('\n');
  let open: { fence: string; index: number } | undefined;
  for (const [index, line] of lines.entries()) {
    const [, fence] = opening.exec(line) ?? [];
    if (open?.fence === line.replace(/\r$/, '')) {
      for (const each of [open.index, index]) {
        lines[each] = lines[each]?.replace(/[^\r]/g, ' ') ?? '';
      }
      open = undefined;
    } else if (!open && fence !== undefined) open = { fence, index };
  }
  return lines.join('\n');
}
