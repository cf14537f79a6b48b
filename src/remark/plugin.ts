import type { Root } from 'mdast';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Options as ToMarkdownExtension } from 'mdast-util-to-markdown';
import type { Extension as MicromarkExtension } from 'micromark-util-types';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { type Options, resolveOptions } from '../core/options/resolve-options.js';
import type { Registry } from '../core/registry.js';
import type { Settings } from '../core/settings.js';
import type { Report } from '../unist/vfile-messages.js';
import type { Extras } from './extras.js';
import { fromMarkdownExtension } from './from-markdown.js';
import { contactLinkSyntax } from './syntax.js';
import { contactLinkTransform } from './transform.js';

/** Where remark plugins leave their extensions for remark-parse and remark-stringify. */
interface Extensions {
  micromarkExtensions?: Array<MicromarkExtension> | undefined;
  fromMarkdownExtensions?: Array<FromMarkdownExtension> | undefined;
  toMarkdownExtensions?: Array<ToMarkdownExtension> | undefined;
}

/** Makes what writes shorthands back, for mdast-util-to-markdown. */
export type ToMarkdown = (settings: Settings) => ToMarkdownExtension;

/** remark plugin for contact links: `[[skype:call echo123]]`. */
export type RemarkContactLinks = (
  // Hosts that type plugins as plain functions do not accept another type of `this`.
  this: unknown,
  options?: Readonly<Options<string>> | null | undefined,
) => (tree: Root, file: VFile) => undefined;

/**
 * Make the remark plugin.
 *
 * @param registry
 *   The services that the plugin knows, and what reads links and defines other services.
 * @param report
 *   Takes the findings in a document.
 * @param toMarkdown
 *   Makes what writes shorthands back.
 * @param extras
 *   What the plugin does beyond shorthands. Default: nothing.
 * @returns
 *   Plugin, which throws an `OptionError` when an option is unknown or wrong. Its transform
 *   throws on a remark-parse before 11.
 */
export function createPlugin(
  registry: Registry,
  report: Report,
  toMarkdown: ToMarkdown,
  extras?: Extras | undefined,
): RemarkContactLinks {
  return function remarkContactLinks(this: unknown, options) {
    const settings = resolveOptions(options, registry);
    const processor = this as Processor;
    const data = processor.data() as Extensions;
    data.micromarkExtensions ??= [];
    data.fromMarkdownExtensions ??= [];
    data.toMarkdownExtensions ??= [];
    data.micromarkExtensions.push(contactLinkSyntax(settings.names));
    data.fromMarkdownExtensions.push(fromMarkdownExtension(settings));
    data.toMarkdownExtensions.push(toMarkdown(settings));
    const transform = contactLinkTransform(settings, report, data, extras);
    return (tree, file) => {
      checkParser(processor);
      return transform(tree, file);
    };
  };
}

/** Check that the parser takes extensions of micromark 4; older ones ignore them. */
function checkParser({ Parser, parser }: Processor): void {
  if (Parser && !parser) {
    throw new Error('remark-contact-links needs remark-parse 11 or later');
  }
}
