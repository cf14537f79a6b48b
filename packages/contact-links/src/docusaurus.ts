/** A line that begins a block whose content Docusaurus reads as if it were in no block. */
const opening = /^(`{3,4}) *mdx-code-block(?=\r?$)/;

/** A heading up to its id, as in `## Install {#install}`. */
const headingId = /(?<=^|\n)(#{1,6}(?!#)[^\n{]*(?:\{(?!#)[^\n{]*)*)\{(?=#)/g;

/**
 * Make MDX of what Docusaurus takes for MDX, where each character stays in its place:
 * Docusaurus changes documents before it parses them, and in MDX alone they are errors. Other
 * MDX stays what it is, as none can have these forms, apart from code.
 *
 * @param text
 *   A document.
 * @returns
 *   The document with white space in the place of the fences of `mdx-code-block`, and with a
 *   comma in the place of the brace of a heading's id: it means nothing in Markdown, and is
 *   punctuation as the brace is. Comments are up to the parser.
 * @see https://github.com/facebook/docusaurus/blob/main/packages/docusaurus-mdx-loader/src/preprocessor.ts
 * @see https://docusaurus.io/docs/api/docusaurus-config#markdown
 */
export function asMdx(text: string): string {
  return unwrap(text).replace(headingId, '$1,');
}

/** Write white space in the place of fences around `mdx-code-block`s that are closed. */
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
