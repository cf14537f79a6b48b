import type { DocumentEdit, Problem } from 'remark-contact-links/core';
import type { Range } from './destinations.js';
import type { MovingLink } from './find-links.js';
import type { LinkPlace } from './find-urls.js';

/** A change of one link: what is in its range becomes another text. */
export interface Edit extends Range {
  link: LinkPlace;
  text: string;
  /** Where the link leads afterwards. */
  url: string;
  /**
   * The label afterwards, where it is not the one that was written: a text, or the default of
   * a shorthand.
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
 *   A change; why there is none; or nothing for a link that is not to change.
 */
export type Rewrite = (
  link: MovingLink,
  source: string,
) => Edit | Pick<Problem, 'reason'> | undefined;

/** Make changes in a text; they are in its order and do not overlap. */
export function applyEdits(source: string, edits: ReadonlyArray<DocumentEdit>): string {
  let result = '';
  let at = 0;
  for (const { end, start, text } of edits) {
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}

/** Write what belongs into a table: there a bar ends the cell, even one in quotes. */
export function inCell(text: string, { inTable }: LinkPlace): string {
  return inTable ? text.replace(/\|/g, '\\|') : text;
}
