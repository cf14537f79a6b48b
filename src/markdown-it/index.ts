import type { Message } from '../core/findings/message.js';
import type { NearMiss } from '../core/findings/near-misses.js';
import { type Options, resolveOptions } from '../core/options/resolve-options.js';
import { registry } from '../registry.js';
import { Pages } from './pages.js';
import { LinkPlaces } from './redirect-links.js';
import { reportRule } from './report.js';
import { contactLinkRule, type Found } from './rule.js';
import type { MarkdownIt, Token } from './types.js';

export type { Message } from '../core/findings/message.js';
export type { Options } from '../core/options/resolve-options.js';
// What `require` returns: hosts such as Hexo load plugins with it that are named in YAML.
export { markdownItContactLinks as 'module.exports' };

/** Configuration: that of the remark plugin, and where messages go. */
export interface MarkdownItOptions<Own extends string = never> extends Options<Own> {
  /**
   * Called with each message, and with the path of the page where the host names it. Messages
   * are also in `env.contactLinks`.
   *
   * @default nothing is called
   */
  onMessage?: ((message: Message, path: string | undefined) => void) | null | undefined;
}

/**
 * markdown-it plugin for contact links: `[[skype:call echo123]]`.
 *
 * @param md
 *   markdown-it, version 14 or 15.
 * @param options
 *   Configuration (optional).
 * @throws {TypeError}
 *   When an option is unknown or wrong.
 */
export default function markdownItContactLinks(
  md: MarkdownIt,
  options?: Readonly<MarkdownItOptions<string>> | null | undefined,
): void {
  const { onMessage, ...rest } = options ?? {};
  const settings = resolveOptions(rest, registry);
  const pages = new Pages(settings);
  const foundIn = new WeakMap<Array<Token>, Found>();
  const rule = contactLinkRule(settings, (tokens) => {
    const known = foundIn.get(tokens);
    if (known) return known;
    const made = {
      shorthands: [],
      unclosed: [],
      brackets: new Set<number>(),
      nearMisses: new Set<NearMiss>(),
      links: new Map(),
      seen: 0,
      openLinks: 0,
    };
    foundIn.set(tokens, made);
    return made;
  });
  md.core.ruler.before('normalize', 'contact_link_source', pages.remember);
  md.inline.ruler.before('link', 'contact_link', rule);
  const places = settings.redirecting && new LinkPlaces();
  if (places) {
    md.inline.ruler.before('link', 'contact_link_places', places.note);
    md.inline.ruler2.before('balance_pairs', 'contact_link_places', places.keep);
    md.core.ruler.after('inline', 'contact_link_places', places.remember);
  }
  md.core.ruler.after(
    // After linkify, so that the links that it makes are redirected, too.
    places ? 'linkify' : 'inline',
    'contact_link',
    reportRule({ md, settings, foundIn, pages, places, onMessage }),
  );
}
