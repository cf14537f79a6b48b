import type { Root } from 'mdast';
import type { PluginFactoryContext } from 'satteri';
import type { VFile } from 'vfile';
import { type Message, toMessage } from '../core/findings/message.js';
import { type Options, resolveOptions } from '../core/options/resolve-options.js';
import { registry } from '../registry.js';
import { extras } from '../remark/extras.js';
import { createPlugin as createRemarkPlugin } from '../remark/plugin.js';
import { toMarkdownExtension } from '../remark/to-markdown.js';
import {
  type ContactLinkPlugins,
  createPlugin as createSatteriPlugin,
} from '../satteri/plugin.js';
import { offsetIn, type Report } from '../unist/vfile-messages.js';
import { toPath } from './to-path.js';
import type { Processor } from './types.js';

/**
 * Takes the messages for a document, if only to know that there are none.
 *
 * @param path
 *   The file, where it is known.
 * @param source
 *   The text that the engine was given, which is the file without its front matter.
 * @param messages
 *   The messages, in the order of the document.
 */
export type Tell = (
  path: string | undefined,
  source: string,
  messages: ReadonlyArray<Message>,
) => void;

type PluginOptions = Readonly<Options<string>> | null | undefined;

/** A processor that plugins are added to, and how. */
interface Engine {
  list: 'mdastPlugins' | 'remarkPlugins';
  createPlugin: (options: PluginOptions, tell: Tell) => unknown;
  add: (plugins: Array<unknown>, plugin: unknown) => void;
}

const engines: Readonly<Record<string, Engine>> = {
  satteri: {
    list: 'mdastPlugins',
    createPlugin: forSatteri,
    // First, because what other plugins put into the tree has no place in the source.
    add: (plugins, plugin) => plugins.unshift(plugin),
  },
  unified: {
    list: 'remarkPlugins',
    createPlugin: forUnified,
    // Last, because of two extensions for `[[` the last one is asked first, and ours leaves
    // what belongs to others.
    add: (plugins, plugin) => plugins.push(plugin),
  },
};

/** The plugin that was added, by the options of the processor: Astro may set them up again. */
const added = new WeakMap<object, unknown>();

/**
 * Add the plugin to the processor that a site has.
 *
 * @param key
 *   What the links of a page depend on, other than its source.
 * @throws {Error}
 *   When the processor is an unknown one, or there is none, as before Astro 7.
 */
export function addPlugin(
  processor: Processor | undefined,
  options: PluginOptions,
  tell: Tell,
  key: unknown,
): void {
  if (!processor) {
    throw new Error('remark-contact-links/astro needs Astro 7 or later');
  }
  const { name, options: ofProcessor } = processor;
  const engine = Object.hasOwn(engines, name) ? engines[name] : undefined;
  if (!engine) {
    throw new Error(
      `remark-contact-links/astro knows the Markdown processors \`satteri\` and \`unified\`, not \`${name}\``,
    );
  }
  const lists = ofProcessor as Record<string, unknown>;
  lists[engine.list] ??= [];
  const plugins = lists[engine.list] as Array<unknown>;
  const before = plugins.indexOf(added.get(ofProcessor));
  if (before >= 0) plugins.splice(before, 1);
  const plugin = engine.createPlugin(options, tell);
  engine.add(plugins, plugin);
  added.set(ofProcessor, plugin);
  // Astro keeps pages of content collections for as long as these options stay the same, and
  // does not see plugins in them, which are functions.
  lists.contactLinks = key;
}

/** Make the plugin for Sätteri, which tells its messages and never throws for them. */
function forSatteri(options: PluginOptions, tell: Tell) {
  const create = createSatteriPlugin(
    resolveOptions(options, registry),
    (messages, { fileURL, source }) => tell(toPath(fileURL), source, messages),
  );
  return (document: PluginFactoryContext): ContactLinkPlugins | null => {
    const plugins = create(document);
    if (!plugins) tell(toPath(document.fileURL), document.source, []);
    return plugins;
  };
}

/** Make the plugin for unified, which tells its messages and never throws for them. */
function forUnified(options: PluginOptions, tell: Tell) {
  const found = new WeakMap<VFile, Array<Message>>();
  const keep: Report = (file, findings, settings) => {
    const messages = [...findings]
      .sort((a, b) => offsetIn(a) - offsetIn(b))
      .map((finding) => {
        const { column, line } = finding.position?.start ?? {};
        return toMessage(finding, settings, { line, column });
      })
      .filter((message) => message !== undefined);
    found.set(file, messages);
  };
  const plugin = createRemarkPlugin(registry, keep, toMarkdownExtension, extras);
  return function contactLinks(this: unknown) {
    const transform = plugin.call(this, options);
    return (tree: Root, file: VFile): undefined => {
      transform(tree, file);
      tell(file.path, String(file), found.get(file) ?? []);
    };
  };
}
