/**
 * Schemes that GitHub keeps in the links of a README, an issue or a comment, by its filter; it
 * removes the addresses of all other links. Read on 28 November 2026.
 *
 * @see https://github.com/gjtorikian/html-pipeline/blob/v2.14.3/lib/html/pipeline/sanitization_filter.rb
 */
const kept: ReadonlySet<string> = new Set([
  'http',
  'https',
  'mailto',
  'xmpp',
  'irc',
  'ircs',
  'github-windows',
  'github-mac',
]);

/**
 * Find the scheme of a link whose address GitHub removes.
 *
 * @param url
 *   Where the link leads.
 * @returns
 *   The scheme, in lower case; nothing where GitHub keeps the address.
 */
export function schemeEmptiedByGitHub(url: string): string | undefined {
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(url) ?? [];
  const name = scheme?.toLowerCase();
  return name === undefined || kept.has(name) ? undefined : name;
}
