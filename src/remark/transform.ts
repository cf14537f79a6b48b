import type { Link, Parent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { problemFinding, retiredFinding } from '../core/finding.js';
import type { Settings } from '../core/options.js';
import { nestedLink } from '../core/problem.js';
import { anchorTags, isForeignAnchor } from './anchors.js';
import { tell } from './messages.js';
import { addFinding, makeLiteral, takeReport } from './report.js';
import type { ContactLinkReport } from './tree.js';

/**
 * Make the transform: it undoes links that stand in an anchor which is not Markdown, and
 * reports what there is to report. A tree without a shorthand is not walked.
 */
export function contactLinkTransform(
  settings: Settings,
): (tree: Root, file: VFile) => undefined {
  return (tree, file) => {
    const report = takeReport(tree);
    if (!report) return;
    if (report.links.size > 0) {
      undoNestedLinks(tree, report, settings);
      addRetirements(report, settings);
    }
    tell(file, report.findings, settings);
  };
}

function undoNestedLinks(
  tree: Root,
  report: ContactLinkReport,
  settings: Settings,
): void {
  for (const { link, parent } of findNestedLinks(tree)) {
    const source = report.links.get(link) ?? '';
    report.links.delete(link);
    makeLiteral(parent, link, source);
    if (link.position) {
      const finding = problemFinding(nestedLink, 'invalid', source, '', settings);
      addFinding(report, finding, link.position);
    }
  }
}

interface Placed {
  link: Link;
  parent: Parent;
}

/** Find the contact links inside `<a>`, be it raw HTML, JSX, or a node that becomes one. */
function findNestedLinks(tree: Root): Array<Placed> {
  const nested: Array<Placed> = [];
  // Contact links since an `<a>` that may yet be closed. As in HTML, a second `<a>` ends
  // the first, and one that is never closed holds nothing.
  let pending: Array<Placed> | undefined;

  visit(tree, (node, _, parent) => {
    if (node.type === 'html') {
      for (const tag of anchorTags(node.value)) {
        if (tag === 'close') nested.push(...(pending ?? []));
        pending = tag === 'open' ? [] : undefined;
      }
    } else if (isForeignAnchor(node)) {
      visit(node, 'link', (link, __, around) => {
        if (link.data?.contact && around) nested.push({ link, parent: around });
      });
      return SKIP;
    } else if (node.type === 'link' && node.data?.contact && parent) {
      pending?.push({ link: node, parent });
    }
    return undefined;
  });
  return nested;
}

/** Report each service that has closed once, at its first link. */
function addRetirements(report: ContactLinkReport, settings: Settings): void {
  const known = new Set<string>();
  for (const [link, source] of report.links) {
    const name = link.data?.contact?.service;
    if (name === undefined || known.has(name)) continue;
    known.add(name);
    const service = settings.services.get(name);
    const finding = service && retiredFinding(service, source);
    if (finding && link.position) addFinding(report, finding, link.position);
  }
}
