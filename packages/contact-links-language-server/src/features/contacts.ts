import { type Range, readHead, type Settings } from 'remark-contact-links/core';
import type { Page, Shorthand } from '../page/page.js';
import { touches } from '../page/ranges.js';

/** The name of a contact in a page. */
export interface Mention {
  /** Their name in the address book. */
  key: string;
  /** The place of the name in the page, without `@`. */
  range: Range;
}

/** Find the contacts that a shorthand names. */
export function mentionsIn(
  { head, text }: Pick<Shorthand, 'head' | 'text'>,
  settings: Settings,
): Array<Mention> {
  const read = readHead(text, settings);
  if (!read) return [];
  const { service, targets } = read;
  return targets.flatMap(({ start, value }) => {
    if (!value.startsWith('@')) return [];
    const key = value.slice(1);
    // Some services have addresses that begin with `@`.
    if (service.hasAtAddresses && !Object.hasOwn(settings.contacts, key)) return [];
    const at = head.start + start + 1;
    return [{ key, range: { start: at, end: at + key.length } }];
  });
}

/** Find the contacts that a page names. */
export function allMentions({ shorthands }: Page, settings: Settings): Array<Mention> {
  return shorthands.flatMap((shorthand) => mentionsIn(shorthand, settings));
}

/** Find the contact at a place. */
export function mentionAt(
  page: Page,
  offset: number,
  settings: Settings,
): Mention | undefined {
  const shorthand = page.shorthands.find(({ range }) => touches(range, offset));
  if (!shorthand) return undefined;
  return mentionsIn(shorthand, settings).find(({ range: { end, start } }) =>
    touches({ start: start - 1, end }, offset),
  );
}
