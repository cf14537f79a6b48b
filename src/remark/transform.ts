import type { Link, Nodes, Parent, Root } from 'mdast';
import type { VFile } from 'vfile';
import { findingOf } from '../core/findings/finding.js';
import { createRetirements } from '../core/findings/message.js';
import { nestedLink } from '../core/findings/problem.js';
import { AnchorContents } from '../core/html/anchors.js';
import { attributesOf } from '../core/resolve/attributes.js';
import type { Settings } from '../core/settings.js';
import { isForeignAnchor } from '../unist/foreign-anchor.js';
import type { Report } from '../unist/vfile-messages.js';
import { addAttributes } from './attributes.js';
import type { Extras } from './extras.js';
import { addFinding, inFile, makeLiteral, reportOf, textOf } from './report.js';

/**
 * Make the transform: it undoes contact links in anchors that are not Markdown, and reports
 * the findings. A tree without a shorthand is not walked.
 *
 * @param siteSettings
 *   The options of the site, checked.
 * @param reportFindings
 *   Takes the findings in a document.
 * @param data
 *   What the host has set on the processor.
 * @param extras
 *   What the transform does beyond shorthands. Default: nothing.
 */
export function contactLinkTransform(
  siteSettings: Settings,
  reportFindings: Report,
  data: object,
  extras?: Extras | undefined,
): (tree: Root, file: VFile) => undefined {
  const settingsFor = extras?.createHostSettings(siteSettings);
  return (tree, file) => {
    const settings = settingsFor?.(file.data, data) ?? siteSettings;
    const text = textOf(file);
    const besides = extras?.findBesides(tree, text, settings) ?? [];
    if (besides.length > 0) reportOf(tree).findings.push(...besides);
    const report = tree.data?.contactLinks;
    if (!report) return;
    delete tree.data?.contactLinks;
    const { links, nested } = report;
    const hasLinks = links.size > 0 || nested.size > 0;
    // From the last to the first, so that no insertion moves a link that is still to come.
    const inAnchors = hasLinks ? findInAnchors(tree).toReversed() : [];
    for (const [link, parent, index] of inAnchors) {
      // After the link, a shorthand would be in the same anchor.
      nested.delete(link);
      const known = links.get(link);
      // Another plugin has made this link, or copied one.
      if (!known) continue;
      links.delete(link);
      // References to footnotes are part of the source again.
      for (const note of known.notes) {
        if (parent.children[index + 1] === note) parent.children.splice(index + 1, 1);
      }
      makeLiteral(parent, index, known.source, known.notes);
      const problem = nestedLink(known.head);
      const finding = findingOf(problem, 'invalid', known, settings);
      addFinding(report, finding, link.position);
    }
    extras?.suggestMoves(nested, text, settings);
    const retirement = createRetirements(settings);
    for (const [link, { scopes, service, source }] of links) {
      // The site's own attributes are there since parsing, where the host was not known.
      if (settings !== siteSettings) {
        addAttributes(link, attributesOf(settings.attributes, scopes));
      }
      const retired = retirement(service, source);
      if (retired) addFinding(report, retired, link.position);
    }
    reportFindings(file, inFile(report.findings, file), settings);
  };
}

/** A link, and where it is in its parent. */
type PlacedLink = [link: Link, parent: Parent, index: number];

/**
 * Find the links inside `<a>`: raw HTML, JSX, or a node that becomes an anchor.
 *
 * This walks each page with a shorthand; `unist-util-visit` takes ten times as long.
 */
function findInAnchors(tree: Root): Array<PlacedLink> {
  const anchors = new AnchorContents<PlacedLink>();
  walk(tree, false);
  return anchors.found;

  function walk(parent: Parent, isInside: boolean): void {
    let index = 0;
    for (const node of parent.children as ReadonlyArray<Nodes>) {
      if (node.type === 'html' && !isInside) anchors.html(node.value);
      if (isLink(node)) {
        const link: PlacedLink = [node, parent, index];
        if (isInside) anchors.found.push(link);
        else anchors.add(link);
      }
      if ('children' in node) walk(node, isInside || isForeignAnchor(node));
      index++;
    }
  }
}

/** Whether a node is a link, or one that takes its address from a definition. */
function isLink(node: Nodes): node is Link {
  return node.type === 'link' || node.type === 'linkReference';
}
