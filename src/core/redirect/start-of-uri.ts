const start = /^\s*([a-z][a-z\d+.-]*):(?:\/\/(?:[^/?#@]*@)?([^/?#:]*))?/i;

/**
 * Get what a URI begins with.
 *
 * @param uri
 *   The URI as it is written; white space may come before it.
 * @returns
 *   Its scheme without the colon, and its host without the port; both in lower case, and empty
 *   where there is none.
 */
export function startOf(uri: string): { scheme: string; host: string } {
  const [, scheme = '', host = ''] = start.exec(uri) ?? [];
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase() };
}
