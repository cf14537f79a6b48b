import type { Root } from 'mdast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';

/** Whether a file is HTML, by its name. */
export function isHtml({ extname }: VFile): boolean {
  return /^\.html?$/i.test(extname ?? '');
}

/**
 * Make the tree of an HTML file: one piece of raw HTML, whose anchors are the links. Markdown in
 * it is text, as in a browser.
 *
 * @param file
 *   Its text, without a byte order mark.
 */
export function htmlDocument(file: VFile): Root {
  const value = String(file);
  const { toPoint } = location(value);
  const start = { line: 1, column: 1, offset: 0 };
  // The end of a text has a point, too.
  const position = { start, end: toPoint(value.length) as Point };
  return { type: 'root', children: [{ type: 'html', value, position }], position };
}
