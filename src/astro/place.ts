import type { Message } from '../core/findings/message.js';
import { createPoints, offsetOf, type Point } from '../core/points.js';

/**
 * Find the place of a message in a file. Engines are given the text after its front matter,
 * and count lines from there.
 *
 * @param source
 *   What the engine was given.
 * @param text
 *   What is in the file.
 * @returns
 *   The place; nothing where it cannot be known, because the text was changed before the engine
 *   was given it.
 */
export function placeInFile(
  { actual, column, line }: Message,
  source: string,
  text: string,
): Point | undefined {
  if (line === undefined || column === undefined) return undefined;
  // A column does not count a byte order mark, as in editors.
  const file = text.replace(/^\uFEFF/, '');
  const given = source.replace(/^\uFEFF/, '');
  const rest = given.slice(offsetOf(given, { line, column }));
  const offset = file.endsWith(rest)
    ? file.length - rest.length
    : onlyOffset(file, actual);
  return offset === undefined ? undefined : createPoints(file)(offset);
}

/** Get the offset of a text in another one, if it is there exactly once. */
function onlyOffset(text: string, part: string): number | undefined {
  const offset = text.indexOf(part);
  return offset >= 0 && offset === text.lastIndexOf(part) ? offset : undefined;
}
