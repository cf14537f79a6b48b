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
  const starts = [...readers.keys()].map((start) =>
    start.replace(/^\*\./, '').replace(/[+.]/g, '\\$&'),
  );
  const pattern = namePattern(names);
  const shorthands = pattern === '' ? [] : [`\\[\\[(?:${pattern}):`];
  // Nothing but the end of a text comes after it.
  return new RegExp([...starts, ...shorthands].join('|') || '$^', 'i');
}
