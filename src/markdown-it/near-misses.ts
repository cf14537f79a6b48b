import type { NearMiss } from '../core/findings/near-misses.js';
import type { Settings } from '../core/settings.js';
import type { Report } from './report.js';
import type { Found } from './rule.js';
import type { MarkdownIt } from './types.js';

/**
 * Find the near misses of a block.
 *
 * @param content
 *   The text of the block.
 * @param env
 *   What markdown-it knows of the document, with its references.
 * @returns
 *   The near misses that are neither code nor links, in their order.
 */
export function nearMissesIn(
  content: string,
  { brackets }: Found,
  env: unknown,
  { md, settings }: Pick<Report, 'md' | 'settings'>,
): Array<NearMiss> {
  if (brackets.size === 0) return [];
  return findIn(content, settings).filter(
    ({ finding, offset }) =>
      brackets.has(offset) && !isReference(finding.actual.slice(2, -2), env, md),
  );
}

/** Find the near misses of a text; to be called only where the site has not turned them off. */
export function findIn(text: string, { findNearMisses }: Settings): Array<NearMiss> {
  return (findNearMisses as NonNullable<typeof findNearMisses>)(text);
}

/** Whether brackets around a text make it a link. */
function isReference(text: string, env: unknown, md: MarkdownIt): boolean {
  const { references = {} } = env as { references?: object };
  return Object.hasOwn(references, md.utils.normalizeReference(text));
}

/** Take near misses from the start of a list, as long as a text has them. */
export function* takeFrom(
  nearMisses: Array<NearMiss>,
  text: string,
): Iterable<NearMiss> {
  let at = 0;
  for (let next = nearMisses[0]; next; next = nearMisses[0]) {
    const [start = ''] = next.finding.actual.split(':', 1);
    at = text.indexOf(start, at);
    if (at < 0) return;
    at += start.length;
    nearMisses.shift();
    yield next;
  }
}
