import type { Link, Parent, PhrasingContent, Root } from 'mdast';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { Finding } from '../core/findings/finding.js';
import { splitAtNotes } from '../unist/finish-label.js';
import type { PlacedFinding } from '../unist/vfile-messages.js';
import type { ContactLinkLiteral, ContactLinkReport } from './tree.js';

/** Get the report of a document, which is made when there is something to put into it. */
export function reportOf(root: Root): ContactLinkReport {
  root.data ??= {};
  root.data.contactLinks ??= { findings: [], nested: new Map(), links: new Map() };
  return root.data.contactLinks;
}

/**
 * Add a finding to a report.
 *
 * In a block quote or list, a shorthand over several lines has their markers in its middle.
 * These are not part of `actual`, and a text put in its place would remove them, so such a
 * finding has no suggestions.
 *
 * @returns
 *   The finding as it was added; nothing where its place is not known.
 */
export function addFinding(
  report: ContactLinkReport,
  finding: Finding,
  position: Position | undefined,
): PlacedFinding | undefined {
  if (!position) return undefined;
  const { end, start } = position;
  const length = Number(end.offset) - Number(start.offset);
  const suggestions = length === finding.actual.length ? finding.suggestions : [];
  const placed = { ...finding, suggestions, position };
  report.findings.push(placed);
  return placed;
}

/**
 * Put the source of a shorthand where its link is. References to footnotes in the label stay
 * what they are.
 *
 * @param index
 *   The index of the link in its parent: to search for it would take long in a paragraph with
 *   thousands of links.
 * @param notes
 *   The references to footnotes in the label.
 */
export function makeLiteral(
  parent: Parent,
  index: number,
  source: string,
  notes: ReadonlyArray<PhrasingContent>,
): void {
  const { position } = parent.children[index] as Link;
  const toLiteral = (value: string): PhrasingContent => ({
    ...literal(value),
    position,
  });
  const [first, ...rest] = splitAtNotes(source, notes, toLiteral);
  parent.children[index] = first as PhrasingContent;
  if (rest.length > 0) parent.children.splice(index + 1, 0, ...rest);
}

/** Make a node for source text. */
export function literal(value: string): ContactLinkLiteral {
  return { type: 'contactLinkLiteral', value };
}

const byteOrderMark = '\uFEFF';

/** Get the text of a file that offsets of nodes count: micromark drops a byte order mark. */
export function textOf(file: VFile): string {
  const text = String(file);
  return text.startsWith(byteOrderMark) ? text.slice(byteOrderMark.length) : text;
}

/**
 * Give findings their places in the file itself, where an offset counts a byte order mark.
 * A column does not, as in editors.
 */
export function inFile(
  findings: ReadonlyArray<PlacedFinding>,
  file: VFile,
): ReadonlyArray<PlacedFinding> {
  const mark = String(file).length - textOf(file).length;
  const shift = (point: Point): Point =>
    point.offset === undefined ? point : { ...point, offset: point.offset + mark };
  return findings.map(({ position, ...finding }) => ({
    ...finding,
    position: position && { start: shift(position.start), end: shift(position.end) },
  }));
}
