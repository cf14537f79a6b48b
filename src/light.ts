/**
 * The remark plugin with the services that you pass, for pages that load it in a browser.
 *
 * @module
 */

import { onlySlips } from './core/findings/suggester.js';
import { type Options, resolveOptions } from './core/options/resolve-options.js';
import type { Registry } from './core/registry.js';
import {
  createPlugin,
  type RemarkContactLinks,
  type ToMarkdown,
} from './remark/plugin.js';
import {
  extendSchema,
  extendUrlTransform,
  type SanitizeSchema,
  type UrlTransform,
} from './sanitize.js';
import type { Service, UriReader } from './services/service.js';
import { reportReasons } from './unist/vfile-messages.js';

export type { Options } from './core/options/resolve-options.js';
export type { RemarkContactLinks, ToMarkdown } from './remark/plugin.js';
export { toMarkdownExtension as toMarkdown } from './remark/to-markdown.js';
export type { SanitizeSchema, UrlTransform } from './sanitize.js';

/** What the plugin knows in addition to its services. */
export interface LightOptions {
  /**
   * Readers of pasted links, from `remark-contact-links/uris`: `[teamsUris, telUris]`. Where
   * a service has no reader, its links are not addresses, and get a message.
   *
   * @default []
   */
  readers?: ReadonlyArray<UriReader> | undefined;
  /**
   * What writes shorthands back, for remark-stringify: `toMarkdown` of this entry. Without it,
   * whatever writes Markdown throws, as each shorthand would become an ordinary link.
   */
  toMarkdown?: ToMarkdown | undefined;
}

/**
 * Make a remark plugin that knows a few services.
 *
 * @param services
 *   Services of `remark-contact-links/services`: `[teams, tel]`.
 * @param options
 *   What it knows in addition (optional).
 * @returns
 *   The same plugin as that of `remark-contact-links`, but its messages do not say what to
 *   write instead, and with `invalid: 'error'` the reason of the first error does not say where
 *   the others are. It defines no services of your own, and redirects no links: options that
 *   ask for either throw.
 */
export function createRemarkContactLinks(
  services: ReadonlyArray<Service>,
  { readers = [], toMarkdown = refuseMarkdown }: LightOptions = {},
): RemarkContactLinks {
  return createPlugin(registryOf(services, readers), reportReasons, toMarkdown);
}

/**
 * Extend a schema of `rehype-sanitize`, so that it lets links of a few services through: exactly
 * their schemes, in `href`, and nothing more.
 *
 * @param schema
 *   Schema to extend, such as `defaultSchema`; it is not changed.
 * @param services
 *   The services of the plugin.
 * @param options
 *   The options of the plugin (optional), as they decide which of these there are.
 * @returns
 *   A new schema.
 * @throws {OptionError}
 *   When an option is unknown or wrong.
 */
export function contactLinkSanitizeSchema<Schema extends SanitizeSchema>(
  schema: Schema,
  services: ReadonlyArray<Service>,
  options?: Readonly<Options<string>> | null | undefined,
): Schema {
  return extendSchema(schema, resolveOptions(options, registryOf(services)));
}

/**
 * Make a `urlTransform` for `react-markdown`, so that it lets links of a few services through:
 * exactly their schemes, in `href`, and nothing more.
 *
 * @param urlTransform
 *   What decides on all other URLs, such as `defaultUrlTransform`.
 * @param services
 *   The services of the plugin.
 * @param options
 *   The options of the plugin (optional), as they decide which of these there are.
 * @returns
 *   Function to pass as `urlTransform`.
 * @throws {OptionError}
 *   When an option is unknown or wrong.
 */
export function contactLinkUrlTransform<Node>(
  urlTransform: UrlTransform<Node>,
  services: ReadonlyArray<Service>,
  options?: Readonly<Options<string>> | null | undefined,
): UrlTransform<Node> {
  return extendUrlTransform(
    urlTransform,
    resolveOptions(options, registryOf(services)),
  );
}

function registryOf(
  services: ReadonlyArray<Service>,
  readers: ReadonlyArray<UriReader> = [],
): Registry {
  const entries = services.map((service) => [service.name, service] as const);
  return { services: Object.fromEntries(entries), readers, suggester: onlySlips };
}

/** Throws once something is to be written: it is not known before that. */
const refuseMarkdown: ToMarkdown = () => ({
  get handlers(): never {
    throw new Error(
      'remark-contact-links/light writes no Markdown; pass `toMarkdown` to it, or use `remark-contact-links`',
    );
  },
});
