import { readUri, type Settings } from 'remark-contact-links/core';

/** What people write for schemes, lower case. */
const schemes: Readonly<Record<string, string>> = {
  'tell:': 'tel:',
  'telto:': 'tel:',
  'mail:': 'mailto:',
  'malito:': 'mailto:',
  'mailto;': 'mailto:',
  'mailo:': 'mailto:',
  'mailt:': 'mailto:',
  'maitlo:': 'mailto:',
  'maito:': 'mailto:',
  'mialto:': 'mailto:',
  'skpye:': 'skype:',
};

/** What a text has in which a scheme may be misspelled. */
export const misspelledPattern = new RegExp(Object.keys(schemes).join('|'), 'i');

/**
 * Find the scheme that somebody meant.
 *
 * @param url
 *   Where a link leads.
 * @returns
 *   What is written, what is meant, and the URL with that; nothing where the scheme is another
 *   one, or where what follows is wrong after the one that is meant.
 */
export function misspelledScheme(
  url: string,
  settings: Settings,
): { written: string; meant: string; url: string } | undefined {
  const [written = ''] = /^[a-z]+[:;]/i.exec(url) ?? [];
  const meant = Object.hasOwn(schemes, written.toLowerCase())
    ? (schemes[written.toLowerCase()] as string)
    : undefined;
  if (meant === undefined) return undefined;
  const better = meant + url.slice(written.length);
  return readUri(better, settings).kind === 'read'
    ? { written, meant, url: better }
    : undefined;
}
