/**
 * The remark plugin with the services that you pass, for pages that load it in a browser.
 *
 * @module
 */

import { createPlugin, type RemarkContactLinks } from './remark/plugin.js';
import type { Service, UriReader } from './services/service.js';

export type { Options } from './core/options/resolve-options.js';
export type { RemarkContactLinks } from './remark/plugin.js';

/** What the plugin knows in addition to its services. */
export interface LightOptions {
  /**
   * Readers of pasted links, from `remark-contact-links/uris`: `[teamsUris, telUris]`. Where
   * a service has no reader, its links are not addresses, and get a message.
   *
   * @default []
   */
  readers?: ReadonlyArray<UriReader> | undefined;
}

/**
 * Make a remark plugin that knows a few services.
 *
 * @param services
 *   Services of `remark-contact-links/services`: `[teams, tel]`.
 * @param options
 *   What it knows in addition (optional).
 * @returns
 *   The same plugin as that of `remark-contact-links`, but it defines no services of your
 *   own, and redirects no links: options that ask for either throw.
 */
export function createRemarkContactLinks(
  services: ReadonlyArray<Service>,
  { readers = [] }: LightOptions = {},
): RemarkContactLinks {
  const entries = services.map((service) => [service.name, service] as const);
  return createPlugin({ services: Object.fromEntries(entries), readers });
}
