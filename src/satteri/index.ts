import type { PluginFactoryContext } from 'satteri';
import type { Message } from '../core/findings/message.js';
import { type Options, resolveOptions } from '../core/options/resolve-options.js';
import { registry } from '../registry.js';
import { type ContactLinkPlugins, createPlugin } from './plugin.js';
import { report } from './report.js';

export type { Message } from '../core/findings/message.js';
export type { Options } from '../core/options/resolve-options.js';
export type { ContactLinkPlugins } from './plugin.js';

declare module 'satteri' {
  interface DataMap {
    /** Messages about shorthands, in the order of the document; missing where there are none. */
    contactLinks: Array<Message>;
  }
}

/** Configuration: that of the remark plugin, and where messages go. */
export interface SatteriOptions<Own extends string = never> extends Options<Own> {
  /**
   * Called with each message. Messages are also in `data.contactLinks` of the result (Astro
   * does not pass that on).
   *
   * @default nothing is called
   */
  onMessage?: ((message: Message, file: URL | undefined) => void) | null | undefined;
}

/**
 * Sätteri plugin for contact links: `[[skype:call echo123]]`.
 *
 * @param options
 *   Configuration (optional).
 * @returns
 *   Factory to put into `mdastPlugins`. Without `redirect`, it makes no plugin for a document that
 *   has no shorthand. With `invalid: 'error'`, the plugin throws for the first wrong shorthand,
 *   after all messages have been reported.
 * @throws {TypeError}
 *   When an option is unknown or wrong.
 */
export default function satteriContactLinks(
  options?: Readonly<SatteriOptions<string>> | null | undefined,
): (document: PluginFactoryContext) => ContactLinkPlugins | null {
  const { onMessage, ...rest } = options ?? {};
  const settings = resolveOptions(rest, registry);
  return createPlugin(settings, (messages, context) =>
    report(messages, context, onMessage),
  );
}
