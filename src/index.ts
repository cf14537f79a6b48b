import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Options as ToMarkdownExtension } from 'mdast-util-to-markdown';
import type { Extension as MicromarkExtension } from 'micromark-util-types';
import { type Options, resolveOptions } from './core/options/resolve-options.js';
import type { Settings } from './core/settings.js';
import { registry } from './registry.js';
import { extras } from './remark/extras.js';
import { fromMarkdownExtension } from './remark/from-markdown.js';
import { createPlugin } from './remark/plugin.js';
import { contactLinkSyntax } from './remark/syntax.js';
import { toMarkdownExtension } from './remark/to-markdown.js';
import {
  extendSchema,
  extendUrlTransform,
  type SanitizeSchema,
  type UrlTransform,
} from './sanitize.js';
import { report } from './unist/vfile-messages.js';

export type { Contact } from './core/contact.js';
export type { RuleId } from './core/findings/rules.js';
export type {
  ActionName,
  Attributes,
  AttributesByScope,
  ContactEntry,
  Labels,
  ParameterName,
  Redirects,
  Scope,
  ServiceName,
  Services,
} from './core/names.js';
export type { Options } from './core/options/resolve-options.js';
export type { RemarkContactLinks } from './remark/plugin.js';
export type {
  ContactLinkLiteral,
  ContactLinkReport,
  LinkReport,
} from './remark/tree.js';
export type { SanitizeSchema, UrlTransform } from './sanitize.js';
export type { CustomAction, CustomService } from './services/custom.js';
export type { Label } from './services/service.js';
export type { ContactLinkMessage, PlacedFinding } from './unist/vfile-messages.js';

/**
 * remark plugin for contact links: `[[skype:call echo123]]`.
 *
 * @param options
 *   Configuration (optional); all of it can be JSON.
 * @returns
 *   Transform that reports what is wrong with shorthands, as messages on the file.
 * @throws {OptionError}
 *   When an option is unknown or wrong. The transform throws for the first wrong shorthand
 *   with `invalid: 'error'`, and on a remark-parse before 11.
 */
const remarkContactLinks = createPlugin(registry, report, toMarkdownExtension, extras);

export default remarkContactLinks;

/**
 * Make an extension for `micromark` that tokenizes shorthands.
 *
 * @param options
 *   Configuration (optional), the same for all three extensions.
 * @returns
 *   Extension for `micromarkExtensions`.
 * @throws {OptionError}
 *   When an option is unknown or wrong.
 */
export function contactLink(
  options?: Readonly<Options<string>> | null | undefined,
): MicromarkExtension {
  return contactLinkSyntax(resolve(options).names);
}

/**
 * Make an extension for `mdast-util-from-markdown` that turns the tokens into links.
 *
 * What is wrong is left on the root, as `data.contactLinks`.
 *
 * @param options
 *   Configuration (optional), the same for all three extensions.
 * @returns
 *   Extension for `fromMarkdownExtensions`.
 * @throws {OptionError}
 *   When an option is unknown or wrong.
 */
export function contactLinkFromMarkdown(
  options?: Readonly<Options<string>> | null | undefined,
): FromMarkdownExtension {
  return fromMarkdownExtension(resolve(options));
}

/**
 * Make an extension for `mdast-util-to-markdown` that writes shorthands back.
 *
 * @param options
 *   Configuration (optional), the same for all three extensions.
 * @returns
 *   Extension for `toMarkdownExtensions`.
 * @throws {OptionError}
 *   When an option is unknown or wrong.
 */
export function contactLinkToMarkdown(
  options?: Readonly<Options<string>> | null | undefined,
): ToMarkdownExtension {
  return toMarkdownExtension(resolve(options));
}

/**
 * Extend a schema of `rehype-sanitize`, so that it lets contact links through: exactly the
 * schemes of the registered services, in `href`, and nothing more.
 *
 * @param schema
 *   Schema to extend, such as `defaultSchema`; it is not changed.
 * @param options
 *   The options of the plugin (optional), as they decide which services there are.
 * @returns
 *   A new schema.
 * @throws {OptionError}
 *   When an option is unknown or wrong.
 */
export function contactLinkSanitizeSchema<Schema extends SanitizeSchema>(
  schema: Schema,
  options?: Readonly<Options<string>> | null | undefined,
): Schema {
  return extendSchema(schema, resolve(options));
}

/**
 * Make a `urlTransform` for `react-markdown`, so that it lets contact links through:
 * exactly the schemes of the registered services, in `href`, and nothing more.
 *
 * @param urlTransform
 *   What decides on all other URLs, such as `defaultUrlTransform`.
 * @param options
 *   The options of the plugin (optional), as they decide which services there are.
 * @returns
 *   Function to pass as `urlTransform`.
 * @throws {OptionError}
 *   When an option is unknown or wrong.
 */
export function contactLinkUrlTransform<Node>(
  urlTransform: UrlTransform<Node>,
  options?: Readonly<Options<string>> | null | undefined,
): UrlTransform<Node> {
  return extendUrlTransform(urlTransform, resolve(options));
}

function resolve(options: Readonly<Options<string>> | null | undefined): Settings {
  return resolveOptions(options, registry);
}
