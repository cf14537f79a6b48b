/**
 * The remark plugin with the services that you pass, for pages that load it in a browser.
 *
 * @module
 */

import { createPlugin, type RemarkContactLinks } from './remark/plugin.js';
import type { Service, UriReader } from './services/service.js';

export type { Options } from './core/options/resolve-options.js';
export type { RemarkContactLinks } from './remark/plugin.js';

/** What the plugin knows besides its services. */
export interface LightOptions {
  /**
   * What reads links that authors paste in place of targets, of
   * `remark-contact-links/uris`: `[teamsUris, telUris]`. Without the reader of a service
   * its links are not targets, and get a message.
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
 *   What it knows besides (optional).
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
