import type { MdastVisitorContext, PluginFactoryContext } from 'satteri';
import { type Message, tellMessages, toMessage } from '../core/message.js';
import { type Options, resolveOptions } from '../core/options.js';
import { registry } from '../services/index.js';
import { createClaimFinder, firstFrom } from './claims.js';
import { findShorthands } from './find.js';
import { linkShorthands } from './links.js';
import type { Node } from './nodes.js';
import { createPoints } from './points.js';
import { replaceIn } from './replace.js';
import { toSpans } from './spans.js';
import { type Visitors, visitAll } from './visitors.js';

export type { Message } from '../core/message.js';
export type { Options } from '../core/options.js';

declare module 'satteri' {
  interface DataMap {
    /** Messages about shorthands, in the order of the document; missing without any. */
    contactLinks: Array<Message>;
  }
}

/** Configuration: that of the remark plugin, and where messages go. */
export interface SatteriOptions extends Options {
  /**
   * Called with each message. Messages are also in `data.contactLinks` of the result, where
   * the caller of the engine gets to see that (Astro does not pass it on).
   *
   * @default nothing is called
   */
  onMessage?: ((message: Message, file: URL | undefined) => void) | null | undefined;
}

/** The plugin for one document, as Sätteri takes it. */
export interface ContactLinkPlugin extends Visitors {
  name: 'contact-links';
  options: { position: true };
  after: (root: unknown, context: MdastVisitorContext) => void;
}

/**
 * Sätteri plugin for contact links: `[[skype:call echo123]]`.
 *
 * @param options
 *   Configuration (optional).
 * @returns
 *   Factory to put into `mdastPlugins`; it leaves documents without a shorthand alone. The
 *   plugin throws an error for the first wrong shorthand with `invalid: 'error'`.
 * @throws {TypeError}
 *   When an option is unknown or wrong.
 */
export default function satteriContactLinks(
  options?: Readonly<SatteriOptions> | null | undefined,
): (document: PluginFactoryContext) => ContactLinkPlugin | null {
  const { onMessage, ...rest } = options ?? {};
  const settings = resolveOptions(rest, registry);
  const findClaims = createClaimFinder(settings.services);

  return ({ source }) => {
    const claims = findClaims(source);
    if (claims.length === 0) return null;
    const nodes: Array<Node> = [];
    const visitors = visitAll((node) => {
      nodes.push(node);
    });
    return { name: 'contact-links', options: { position: true }, ...visitors, after };

    function after(_: unknown, context: MdastVisitorContext): void {
      // Whatever holds an anchor in HTML has to be seen as a whole.
      const hasAnchors = /<a[\s/>]/i.test(source);
      const spans = toSpans(
        nodes,
        source,
        (start, end) => hasAnchors || (claims[firstFrom(claims, start)] ?? end) < end,
      );
      const found = findShorthands(spans, source, claims, settings);
      const { findings, replacements } = linkShorthands(found, source, settings);
      replaceIn(spans, source, replacements, context);

      if (findings.length === 0) return;
      const pointOf = createPoints(source);
      const messages = findings.flatMap(
        (finding) => toMessage(finding, settings, pointOf(finding.start)) ?? [],
      );
      if (messages.length === 0) return;
      context.data.contactLinks ??= [];
      const { fileURL } = context;
      tellMessages(
        messages,
        context.data.contactLinks,
        (message) => onMessage?.(message, fileURL),
        pathOf(fileURL),
      );
    }
  };
}

/** The path of a file, for a reader. */
function pathOf(file: URL | undefined): string | undefined {
  try {
    return file && decodeURIComponent(file.pathname);
  } catch {
    // A `%` that encodes nothing.
    return file?.pathname;
  }
}
