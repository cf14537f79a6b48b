import type { Token } from './types.js';

/**
 * Keep VitePress from opening a tab for a link that opens an app.
 *
 * It gives `target="_blank"` to every URL with a scheme, unless the link has a `target`. For
 * a web page that is what people expect there; a URI that the system hands to an app leaves
 * an empty tab behind. VitePress can be told from other generators by what it passes along.
 */
export function keepInSameTab(token: Token, url: string, env: unknown): void {
  if (!env || typeof env !== 'object' || !('relativePath' in env)) return;
  if (!('cleanUrls' in env) || /^https?:/.test(url)) return;
  if (token.attrs?.some(([name]) => name === 'target')) return;
  token.attrs?.push(['target', '_self']);
}
