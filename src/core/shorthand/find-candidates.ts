/**
 * Make a function that finds each `[[service:` of a registered service, in code and the like
 * too. A document in which it finds none costs nothing more.
 *
 * @param services
 *   Registered services by their name.
 * @returns
 *   Function that takes a text, and gives the offsets of the first brackets, in order.
 */
export function createCandidateFinder(
  services: ReadonlyMap<string, unknown>,
): (text: string) => Array<number> {
  const names = namePattern(services);
  const candidate = new RegExp(`\\[\\[(?:${names}):`, 'iy');
  return (text) => {
    const offsets: Array<number> = [];
    if (names === '') return offsets;
    let at = text.indexOf('[[');
    for (; at >= 0; at = text.indexOf('[[', at + 1)) {
      candidate.lastIndex = at;
      if (candidate.test(text)) offsets.push(at);
    }
    return offsets;
  };
}

/** The source of a pattern for the names of services; empty where there are none. */
export function namePattern(services: ReadonlyMap<string, unknown>): string {
  // Names consist of letters, digits, `+`, `-` and `.`.
  return [...services.keys()].map((name) => name.replace(/[+.]/g, '\\$&')).join('|');
}
