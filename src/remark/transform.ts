import type { Link, Parent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { findingOf } from '../core/findings/finding.js';
import { createRetirements } from '../core/findings/message.js';
import { nestedLink } from '../core/findings/problem.js';
import { AnchorContents } from '../core/html/anchors.js';
import type { Settings } from '../core/settings.js';
import { isForeignAnchor } from '../unist/foreign-anchor.js';
import type { Report } from '../unist/vfile-messages.js';
import { keepInSameTab } from './docusaurus.js';
import { placeNearMisses } from './near-misses.js';
import { redirectLinks } from './redirect-links.js';
import { addFinding, inFile, makeLiteral, reportOf, textOf } from './report.js';

/**
 * Make the transform: it undoes links that stand in an anchor which is not Markdown, and
 * reports what there is to report. A tree without a shorthand is not walked.
 */
export function contactLinkTransform(
  settings: Settings,
  reportFindings: Report,
): (tree: Root, file: VFile) => undefined {
  return (tree, file) => {
    // What a site redirects may be in any link.
    if (settings.redirecting) {
      const { findings } = reportOf(tree);
      findings.push(...redirectLinks(tree, file, settings));
    }
    const text = textOf(file);
    const nearMisses = settings.findNearMisses?.(text) ?? [];
    const placed = placeNearMisses(nearMisses, tree, text);
    if (placed.length > 0) reportOf(tree).findings.push(...placed);
    const report = tree.data?.contactLinks;
    if (!report) return;
    delete tree.data?.contactLinks;
    const { links } = report;
    for (const [link, parent, index] of links.size > 0 ? findNestedLinks(tree) : []) {
      const known = links.get(link);
      // Another plugin has made a copy.
      if (!known) continue;
      links.delete(link);
      makeLiteral(parent, index, known.source);
      const problem = nestedLink(known.head);
      const finding = findingOf(problem, 'invalid', known, settings);
      addFinding(report, finding, link.position);
    }
    const retirement = createRetirements(settings);
    for (const [link, { service, source }] of links) {
      keepInSameTab(link, link.url, file);
      const retired = retirement(service, source);
      if (retired) addFinding(report, retired, link.position);
    }
    reportFindings(file, inFile(report.findings, file), settings);
  };
}

/** A link, and where it is in its parent. */
type PlacedLink = [link: Link, parent: Parent, index: number];

/** Find the contact links inside `<a>`, be it raw HTML, JSX, or a node that becomes one. */
function findNestedLinks(tree: Root): Array<PlacedLink> {
  const anchors = new AnchorContents<PlacedLink>();
  visit(tree, (node, index, parent) => {
    if (node.type === 'html') anchors.html(node.value);
    if (node.type === 'link' && node.data?.contact && parent)
      anchors.add([node, parent, Number(index)]);
    if (!isForeignAnchor(node)) return undefined;
    visit(node, 'link', (link, at, around) => {
      if (link.data?.contact && around) anchors.found.push([link, around, Number(at)]);
    });
    return SKIP;
  });
  return anchors.found;
}
