import { firstIndex } from './first-index.js';

/**
 * Make a function that finds each `[[service:` of a registered service, be it in text or
 * not: it is asked of every document, so that one without a shorthand costs no more.
 *
 * @param services
 *   Registered services by their name.
 * @returns
 *   Gives the offsets of the first brackets, in order.
 */
export function createClaimFinder(
  services: ReadonlyMap<string, unknown>,
): (source: string) => Array<number> {
  // Names of services hold nothing but letters, digits, `+`, `-` and `.`.
  const names = [...services.keys()].map((name) => name.replace(/[+.]/g, '\\$&'));
  const claim = new RegExp(`\\[\\[(?:${names.join('|')}):`, 'iy');
  return (source) => {
    const offsets: Array<number> = [];
    if (names.length === 0) return offsets;
    let at = source.indexOf('[[');
    for (; at >= 0; at = source.indexOf('[[', at + 1)) {
      claim.lastIndex = at;
      if (claim.test(source)) offsets.push(at);
    }
    return offsets;
  };
}

/** The index of the first of some ascending offsets that is not before a place. */
export function firstFrom(offsets: ReadonlyArray<number>, place: number): number {
  return firstIndex(offsets, (offset) => offset < place);
}
