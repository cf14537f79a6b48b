import type { DocumentEdit, Problem } from 'remark-contact-links/core';
import type { Range } from './destinations.js';
import type { MovingLink } from './find-links.js';
import type { LinkPlace } from './find-urls.js';

/** A change of one link: the text in its range becomes another one. */
export interface Edit extends Range {
  link: LinkPlace;
  text: string;
  /** Where the link leads afterwards. */
  url: string;
  /**
   * The label afterwards, where it is not the author's: a text, or the default label of a
   * shorthand.
   */
  label?: NewLabel;
  /** The title afterwards, where the link had none. */
  title?: string;
}

/** What a label becomes. */
export type NewLabel = { text: string } | 'default';

/**
 * Decides what a link becomes.
 *
 * @param source
 *   The document.
 * @returns
 *   A change; the reason why there is none; or nothing for a link that need not change.
 */
export type Rewrite = (
  link: MovingLink,
  source: string,
) => Edit | Pick<Problem, 'reason'> | undefined;

/** Apply changes to a text; they are in its order and do not overlap. */
export function applyEdits(source: string, edits: ReadonlyArray<DocumentEdit>): string {
  let result = '';
  let at = 0;
  for (const { end, start, text } of edits) {
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}

/** Escape text for the cell of a table, which a bar ends, even one in quotes. */
export function inCell(text: string, { inTable }: LinkPlace): string {
  return inTable ? text.replace(/\|/g, '\\|') : text;
}
