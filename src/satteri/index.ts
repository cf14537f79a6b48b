import type { MdastVisitorContext, PluginFactoryContext } from 'satteri';
import {
  createRetirements,
  type Message,
  reportMessages,
  toMessage,
} from '../core/findings/message.js';
import { type Options, resolveOptions } from '../core/options/resolve-options.js';
import { createCandidateFinder } from '../core/shorthand/find-candidates.js';
import { registry } from '../registry.js';
import { createBlockGatherer } from './blocks.js';
import { findShorthands } from './find.js';
import { firstFrom } from './first-index.js';
import { createPoints } from './line-column.js';
import { linkShorthands, type PlacedFinding } from './links.js';
import type { Node } from './nodes.js';
import { replaceIn } from './replace.js';
import { toSpans } from './spans.js';
import { createVisitors, type Visitors } from './visitors.js';

export type { Message } from '../core/findings/message.js';
export type { Options } from '../core/options/resolve-options.js';

declare module 'satteri' {
  interface DataMap {
    /** Messages about shorthands, in the order of the document; missing without any. */
    contactLinks: Array<Message>;
  }
}

/** Configuration: that of the remark plugin, and where messages go. */
export interface SatteriOptions<Own extends string = never> extends Options<Own> {
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
  options?: Readonly<SatteriOptions<string>> | null | undefined,
): (document: PluginFactoryContext) => ContactLinkPlugin | null {
  const { onMessage, ...rest } = options ?? {};
  const settings = resolveOptions(rest, registry);
  const findCandidates = createCandidateFinder(settings.names);

  return ({ source }) => {
    const candidates = findCandidates(source);
    if (candidates.length === 0) return null;
    const findings: Array<PlacedFinding> = [];
    const retirement = createRetirements(settings);
    const blocks = createBlockGatherer(({ position }) => {
      const end = position?.end.offset ?? source.length;
      return (
        (candidates[firstFrom(candidates, position?.start.offset ?? 0)] ?? end) < end
      );
    }, link);
    const visitors = createVisitors(blocks.add, (context) => {
      blocks.finish(context);
      tell(context);
    });
    return { name: 'contact-links', options: { position: true }, ...visitors };

    function link(nodes: ReadonlyArray<Node>, context: MdastVisitorContext): void {
      const spans = toSpans(nodes, source);
      const found = findShorthands(spans, source, candidates, settings);
      const outcome = linkShorthands(found, source, settings, retirement);
      replaceIn(spans, outcome.replacements, context);
      for (const finding of outcome.findings) findings.push(finding);
    }

    function tell({ data, fileURL }: MdastVisitorContext): void {
      if (findings.length === 0) return;
      findings.sort((left, right) => left.start - right.start);
      const pointOf = createPoints(source);
      const messages = findings.flatMap(
        (finding) => toMessage(finding, settings, pointOf(finding.start)) ?? [],
      );
      if (messages.length === 0) return;
      data.contactLinks ??= [];
      reportMessages(
        messages,
        data.contactLinks,
        (message) => onMessage?.(message, fileURL),
        fileURL && pathOf(fileURL),
      );
    }
  };
}

/** The path of a file, for a reader. */
function pathOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A `%` that encodes nothing.
    return pathname;
  }
}
