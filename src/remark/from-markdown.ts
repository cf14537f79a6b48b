import type { Image, Link, Nodes, Parent, PhrasingContent, Root, Text } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import type { Point, Position } from 'unist';
import { findingsOf } from '../core/findings/finding.js';
import { nestedLink } from '../core/findings/problem.js';
import { resolveHead } from '../core/resolve/resolve-head.js';
import type { Settings } from '../core/settings.js';
import { withoutEnd } from '../core/shorthand/scan-head.js';
import { type Unclosed, unclosedFinding } from '../core/shorthand/unclosed.js';
import { finishLabel, hiddenText } from '../unist/finish-label.js';
import { toProperties } from '../unist/hast-properties.js';
import { addFinding, literal, makeLiteral, reportOf } from './report.js';
import './tokens.js';
import type { ContactLinkReport, NestedShorthand } from './tree.js';

/** Make the extension for mdast-util-from-markdown. */
export function fromMarkdownExtension(settings: Settings): Extension {
  return {
    canContainEols: [label],
    enter: {
      contactLink: enterContactLink,
      contactLinkLabel: enterLabel,
      contactLinkUnclosed: enterUnclosed,
    },
    exit: {
      contactLink: exitContactLink,
      contactLinkHead: exitHead,
      contactLinkLabel: exitLabel,
    },
  };

  function exitContactLink(this: CompileContext, token: Token): undefined {
    const link = this.stack.at(-1) as Link;
    this.exit(token);
    const parent = this.stack.at(-1) as Parent;
    const head = link.url;
    const source = this.sliceSerialize(token);
    const { label, notes } = finishLabel(link.children);
    const surroundings = surroundingsOf(this.stack);
    const result = surroundings ? nestedLink(head) : resolveHead(head, settings);
    // An image description is plain text; nobody expects a link there.
    if (surroundings?.type !== 'image') {
      const outer = surroundings;
      const report = reportOf(this.stack[0] as Root);
      for (const finding of findingsOf(result, { head, source }, settings)) {
        const placed = addFinding(report, finding, link.position);
        if (placed && outer)
          noteNested(report, outer, { finding: placed, head, source });
      }
      if (result.kind === 'link') {
        const { scopes, service } = result;
        report.links.set(link, { head, notes, source, scopes, service: service.name });
      }
    }
    if (result.kind === 'link') {
      link.url = result.url;
      link.data = { contact: result.contact };
      const properties = toProperties(result.attributes);
      if (properties) link.data.hProperties = properties;
      const written =
        notes.length > 0 ? hiddenText(link.children) : labelOf(source, head);
      link.children = label ?? [defaultLabel(result.label, link, head, written)];
      parent.children.push(...notes);
    } else if (surroundings?.type === 'image' && link.children.length > 0) {
      // The description is made of the text of all that is in it.
      const opening = literal(
        source.slice(0, source.indexOf('|', 2 + head.length) + 1),
      );
      parent.children.splice(-1, 1, opening, ...link.children, literal(']]'));
    } else {
      makeLiteral(parent, parent.children.length - 1, source, notes);
    }
  }

  function enterUnclosed(this: CompileContext, token: Token): undefined {
    if (surroundingsOf(this.stack)?.type === 'image') return;
    const found = token._contactLinkUnclosed as Unclosed;
    const inTable = this.stack.some((node) => node.type === 'tableCell');
    const finding = unclosedFinding(found, inTable, settings);
    const place = placeInLine(token.start, 0, finding.actual.length);
    addFinding(reportOf(this.stack[0] as Root), finding, place);
  }
}

/** Get the label of a shorthand as it is written; nothing where it has none. */
function labelOf(source: string, head: string): string | undefined {
  const bar = source.indexOf('|', 2 + head.length);
  return bar < 0 ? undefined : source.slice(bar + 1, -2);
}

/** A line ending with white space around it, or a hard line break. */
const lineBreak = /\\?[ \t]*(?:\r\n?|\n)[ \t]*/g;

/**
 * Make the text of a default label. Its place is that of the head, which has no brackets:
 * linters look for brackets in the source of a text, and some crash where it has no place.
 *
 * @param written
 *   What the author wrote for a label although it shows nothing; formatting writes it back.
 */
function defaultLabel(
  value: string,
  { position }: Link,
  head: string,
  written: string | undefined,
): Text {
  return {
    type: 'text',
    value,
    position: position && placeInLine(position.start, 2, head.length),
    data: { contactLinkLabel: { written: written?.replace(lineBreak, ' ') } },
  };
}

/**
 * Get the place of a text that is on one line, as heads and what a finding is about are.
 *
 * @param from
 *   A point in that line.
 * @param before
 *   How many characters are between the two.
 */
function placeInLine(
  { column, line, offset }: Point,
  before: number,
  length: number,
): Position {
  const at = (shift: number): Point => ({
    line,
    column: column + shift,
    offset: Number(offset) + shift,
  });
  return { start: at(before), end: at(before + length) };
}

function enterContactLink(this: CompileContext, token: Token): undefined {
  const link: Link = { type: 'link', title: null, url: '', children: [] };
  this.enter(link, token);
}

function exitHead(this: CompileContext, token: Token): undefined {
  // Until the shorthand is resolved, its head is the URL of the link.
  const link = this.stack.at(-1) as Link;
  link.url = withoutEnd(this.sliceSerialize(token));
}

/** A node for the label while it is read: unlike in a link, line endings count in it. */
const label = 'contactLinkLabel';

function enterLabel(this: CompileContext, token: Token): undefined {
  const node = { type: label, children: [] };
  this.enter(node as unknown as Nodes, token);
}

function exitLabel(this: CompileContext, token: Token): undefined {
  const node = this.stack.at(-1) as Parent;
  // Throws where a JSX tag overlaps the label, with a message of mdast-util-mdx-jsx.
  this.exit(token);
  const link = this.stack.at(-1) as Link;
  link.children = node.children as Array<PhrasingContent>;
}

/** Get the link or image that is open; the description of an image has no links. */
function surroundingsOf(stack: CompileContext['stack']): Image | Link | undefined {
  return (
    stack.find((node) => node.type === 'image') ??
    stack.find((node) => node.type === 'link')
  );
}

/** Note a shorthand in the text of a link, whose end is not known yet. */
function noteNested(
  { nested }: ContactLinkReport,
  outer: Link,
  shorthand: NestedShorthand,
): void {
  const known = nested.get(outer);
  if (known) known.push(shorthand);
  else nested.set(outer, [shorthand]);
}
