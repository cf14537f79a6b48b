import type { DocumentEdit } from 'remark-contact-links/core';
import { applyEdits } from '../edit.js';

/**
 * Combine two sets of changes, made one after the other, into one.
 *
 * @param source
 *   The text.
 * @param first
 *   Changes of the text, in its order; they do not overlap.
 * @param second
 *   Changes of the text that results from the first ones.
 * @returns
 *   Changes of the text that do the same.
 */
export function composeEdits(
  source: string,
  first: ReadonlyArray<DocumentEdit>,
  second: ReadonlyArray<DocumentEdit>,
): Array<DocumentEdit> {
  const between = applyEdits(source, first);
  const groups: Array<Group> = [];
  let shift = 0;
  const placed: Array<Group> = [
    ...first.map((edit) => {
      const start = edit.start + shift;
      shift += edit.text.length - (edit.end - edit.start);
      return { start, end: start + edit.text.length, first: [edit], second: [] };
    }),
    ...second.map((edit) => ({ ...edit, first: [], second: [edit] })),
  ].sort((left, right) => left.start - right.start || left.end - right.end);
  for (const each of placed) {
    const group = groups.at(-1);
    if (group && each.start < group.end) {
      group.end = Math.max(group.end, each.end);
      group.first.push(...each.first);
      group.second.push(...each.second);
    } else groups.push(each);
  }
  // How far an offset in the text between has moved from the first text.
  shift = 0;
  return groups.map(({ end, first: ours, second: inside, start }) => {
    const from = start - shift;
    for (const edit of ours) shift += edit.text.length - (edit.end - edit.start);
    const own = inside.map((edit) => ({
      ...edit,
      start: edit.start - start,
      end: edit.end - start,
    }));
    return {
      start: from,
      end: end - shift,
      text: applyEdits(between.slice(start, end), own),
    };
  });
}

/** Changes that become one, and their place in the text between. */
interface Group {
  start: number;
  end: number;
  first: Array<DocumentEdit>;
  second: Array<DocumentEdit>;
}
