import { readUri, type Settings } from 'remark-contact-links/core';

/** Schemes by their misspellings, in lower case. */
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

/** Pattern of all misspellings; a text that does not match has none. */
export const misspelledPattern = new RegExp(Object.keys(schemes).join('|'), 'i');

/**
 * Find the scheme that somebody meant.
 *
 * @param url
 *   Where a link leads.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   The scheme that is written, the one that is meant, and the URL with that one; nothing where
 *   no scheme is misspelled, or where the URL would be wrong with the other one, too.
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
