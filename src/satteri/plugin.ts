import type { MdastVisitorContext, PluginFactoryContext } from 'satteri';
import { createRetirements } from '../core/findings/message.js';
import type { NearMiss } from '../core/findings/near-misses.js';
import { createHostSettings } from '../core/hosts.js';
import type { Settings } from '../core/settings.js';
import { createCandidateFinder } from '../core/shorthand/find-candidates.js';
import { type Candidates, findShorthands } from './find-shorthands.js';
import { linkShorthands } from './links.js';
import { childrenOf } from './nodes.js';
import { type Read, readPlain } from './read-plain.js';
import { LinkRedirects, type RedirectPlugin } from './redirect-links.js';
import { replaceIn } from './render.js';
import { type Report, toMessages } from './report.js';
import { toSpans } from './spans.js';
import { createSurroundings } from './surroundings.js';
import { createVisitors, type Gathered, type Visitors } from './visitors.js';

/** The plugin for one document, as Sätteri takes it. */
export interface ContactLinkPlugin extends Visitors {
  name: 'contact-links';
  options: { position: true };
  after: (root: unknown, context: MdastVisitorContext) => void;
}

/** The plugins for one document: with `redirect`, a second one that changes other links. */
export type ContactLinkPlugins = ReadonlyArray<ContactLinkPlugin | RedirectPlugin>;

/** The most candidates that are read without a copy of the tree. */
const fewShorthands = 32;

/**
 * Make the plugin.
 *
 * @param siteSettings
 *   The options of the site, checked.
 * @param report
 *   Takes the messages for each document that has a candidate.
 * @returns
 *   Factory. Without `redirect`, it makes no plugin for a document without a candidate.
 */
export function createPlugin(
  siteSettings: Settings,
  report: Report,
): (document: PluginFactoryContext) => ContactLinkPlugins | null {
  const settingsFor = createHostSettings(siteSettings);
  const findCandidates = createCandidateFinder(siteSettings.names);

  return ({ source }) => {
    const shorthands = findCandidates(source);
    const nearMisses = siteSettings.findNearMisses?.(source) ?? [];
    const redirects = siteSettings.redirecting ? new LinkRedirects() : undefined;
    if (shorthands.length === 0 && nearMisses.length === 0 && !redirects) return null;
    const candidates: Candidates = {
      offsets: inOrder(shorthands, nearMisses),
      nearMisses: new Map(nearMisses.map((nearMiss) => [nearMiss.offset, nearMiss])),
    };
    // Where there are many, one copy of the tree gives the places of all.
    const areOutside = candidates.offsets.length <= fewShorthands && !redirects;
    const gathered: Gathered = { blocks: [], anchors: [], areOutside };
    const plugin: ContactLinkPlugin = {
      name: 'contact-links',
      options: { position: true },
      ...createVisitors(candidates.offsets, source, gathered),
      ...redirects?.visitors,
      // Nothing has changed the tree since: the visitors only look at it.
      after(_, context) {
        const { anchors, blocks } = gathered;
        const settings = settingsFor(context.data);
        const findings = redirects?.findings(source, settings) ?? [];
        const aroundOf = createSurroundings(context);
        const retirement = createRetirements(settings);
        // Where no anchor reaches over blocks, they are handled one by one.
        const parts = anchors.length > 0 ? [blocks] : blocks.map((block) => [block]);
        for (const part of parts) {
          const read = part.map((block): Read => {
            const { from, node } = block;
            const known =
              gathered.areOutside &&
              readPlain(block, source, candidates, settings, context);
            if (known) return known;
            const spans = toSpans(childrenOf(node), source);
            const around = aroundOf(node);
            const found = findShorthands(
              spans,
              around,
              source,
              from,
              candidates,
              settings,
            );
            return { spans, found };
          });
          const found = read.map((block) => block.found);
          const outcome = linkShorthands(found, anchors, source, settings, retirement);
          const edit = { source, replacements: outcome.replacements };
          for (const { spans } of read) replaceIn(spans, edit, context);
          for (const finding of outcome.findings) findings.push(finding);
        }
        report(toMessages(findings, source, settings), context);
      },
    };
    return redirects ? [plugin, redirects.plugin(settingsFor)] : [plugin];
  };
}

/** Get the offsets of all candidates, in order. */
function inOrder(
  shorthands: ReadonlyArray<number>,
  nearMisses: ReadonlyArray<NearMiss>,
): ReadonlyArray<number> {
  if (nearMisses.length === 0) return shorthands;
  const offsets = nearMisses.map(({ offset }) => offset);
  return [...shorthands, ...offsets].sort((a, b) => a - b);
}
