import type { Settings } from './settings.js';
import { namePattern } from './shorthand/find-candidates.js';

/**
 * Make a pattern that every text with a contact link matches: with a shorthand, or with a URI
 * that some service reads. A text that does not match holds none.
 *
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   Pattern with no other flag than `i`.
 */
export function candidatePattern({
  readers,
  names,
}: Pick<Settings, 'readers' | 'names'>): RegExp {
  const starts = [...readers].map(
    // A reader that does not say what follows its start takes whatever does.
    ([start, all]) =>
      `${startPattern(start)}(?:${all.map(({ after }) => after).join('|')})`,
  );
  const pattern = namePattern(names);
  const shorthands = pattern === '' ? [] : [`\\[\\[(?:${pattern}):`];
  // Without services there is nothing to match but an empty text.
  return new RegExp([...starts, ...shorthands].join('|') || '$^', 'i');
}

/**
 * Write the source of a pattern for what a URI begins with.
 *
 * @param start
 *   `scheme:`, or a host, of which `*.` is any labels.
 * @returns
 *   Source of the pattern; that of a host has the `/` or `@` before it.
 */
export function startPattern(start: string): string {
  const text = start.replace(/^\*/, '').replace(/[+.]/g, '\\$&');
  // GFM takes `www.` without a scheme for a link.
  return /:$|^www\.|^\*/.test(start) ? text : `[/@]${text}`;
}
