import type { Link, Parent, Root } from 'mdast';
import type { Position } from 'unist';
import type { Finding } from '../core/findings/finding.js';
import type { ContactLinkLiteral, ContactLinkReport } from './tree.js';

/** The report of a document, made when there is something to say. */
export function reportOf(root: Root): ContactLinkReport {
  root.data ??= {};
  root.data.contactLinks ??= { findings: [], links: new Map() };
  return root.data.contactLinks;
}

/**
 * Add a finding to a report.
 *
 * In a block quote or list a shorthand that goes over lines has markers of these in its
 * middle. They are not part of `actual`, and a text put in its place would remove them,
 * so there is none then.
 */
export function addFinding(
  report: ContactLinkReport,
  finding: Finding,
  position: Position | undefined,
): void {
  if (!position) return;
  const { end, start } = position;
  const length = Number(end.offset) - Number(start.offset);
  const suggestions = length === finding.actual.length ? finding.suggestions : [];
  report.findings.push({ ...finding, suggestions, position });
}

/** Put the source of a shorthand where its link is. */
export function makeLiteral(parent: Parent, link: Link, value: string): void {
  const index = parent.children.indexOf(link);
  parent.children[index] = { ...literal(value), position: link.position };
}

/** Make a node for source text. */
export function literal(value: string): ContactLinkLiteral {
  return { type: 'contactLinkLiteral', value };
}
