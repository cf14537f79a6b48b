import type { Settings } from './settings.js';
import { namePattern } from './shorthand/find-candidates.js';

/**
 * Make a pattern for what a text has that holds a contact link: a shorthand, or a URI that
 * some service reads. A text that it does not match holds none.
 *
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   Pattern without flags but `i`.
 */
export function candidatePattern({
  readers,
  names,
}: Pick<Settings, 'readers' | 'names'>): RegExp {
  const starts = [...readers].map(
    // Those that do not say what follows take all that does.
    ([start, all]) =>
      `${startPattern(start)}(?:${all.map(({ after }) => after).join('|')})`,
  );
  const pattern = namePattern(names);
  const shorthands = pattern === '' ? [] : [`\\[\\[(?:${pattern}):`];
  // Nothing but the end of a text comes after it.
  return new RegExp([...starts, ...shorthands].join('|') || '$^', 'i');
}

/**
 * Make a pattern of what a URI begins with.
 *
 * @param start
 *   `scheme:`, or a host, of which `*.` is any labels.
 * @returns
 *   Source of a pattern; that of a host has what comes right before it.
 */
export function startPattern(start: string): string {
  const text = start.replace(/^\*/, '').replace(/[+.]/g, '\\$&');
  // GFM takes `www.` without a scheme for a link.
  return /:$|^www\.|^\*/.test(start) ? text : `[/@]${text}`;
}
