import type { FootnoteReference, Link, Nodes, PhrasingContent } from 'mdast';
import { type Edit, inCell } from '../edit.js';
import { defaultLabelOf, rangeOf } from '../find-links.js';
import type { LinkPlace } from '../find-urls.js';

/** A shorthand in the source of a document. */
export interface ShorthandPlace extends LinkPlace {
  node: Link;
  /** References to footnotes in its label, which come after the link. */
  notes: ReadonlyArray<FootnoteReference>;
  /** The node right before it; nothing where it comes first. */
  before: Nodes | undefined;
}

/**
 * Write a shorthand as a link of Markdown that leads to the same place under the same label.
 *
 * @param place
 *   The shorthand, in a tree in which the plugin has made it a link.
 * @param source
 *   The document.
 * @returns
 *   The change.
 */
export function toPlainLink(place: ShorthandPlace, source: string): Edit {
  const { end, node, notes, start } = place;
  const { url } = node;
  const shown = defaultLabelOf(node);
  const label = shown === undefined ? labelOf(node, source) : escapeLabel(shown);
  const title = titleOf(node);
  const target = inCell(linkEnd(url, title), place);
  const link = `[${label.replace(/^\^/, '&#94;')}](${target})`;
  const rest = notes.map((note) => sliceOf(note, source)).join('');
  const guard = guardOf(place, source);
  return {
    start: start - guard.length / 2,
    end,
    link: place,
    text: guard + link + rest,
    url,
    ...(title === undefined ? {} : { title }),
    ...(shown === undefined ? {} : { label: { text: shown } }),
  };
}

/** Get the title that option `attributes` gives a link, if Markdown can hold it. */
export function titleOf({ data }: Pick<Link, 'data'>): string | undefined {
  const title = data?.hProperties?.title;
  return typeof title === 'string' && title !== '' && !/[\r\n]/.test(title)
    ? title
    : undefined;
}

/** Write a text so that the label of a link shows it as it is. */
export function escapeLabel(text: string): string {
  return text
    .replace(/&(?=[#\w])|[<|~$]|:(?=\w)/g, reference)
    .replace(/[\\`*_[\]{}]|-(?=-)/g, '\\$&');
}

/**
 * Write a character reference, for characters that mean something only to extensions: Markdown
 * without these would show a backslash before them.
 */
function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** Write what is between the parentheses of a link. */
function linkEnd(url: string, title: string | undefined): string {
  const destination = url.replace(/&(?=[#\w]+;)/g, '&amp;');
  const written = /[()]/.test(destination) ? `<${destination}>` : destination;
  if (title === undefined) return written;
  return `${written} "${title.replace(/["\\]|&(?=[#\w])/g, reference)}"`;
}

/** Get the label as it is written, without the parts that the plugin has taken out. */
function labelOf({ children }: Link, source: string): string {
  return trimLabel(slicesOf(children, source));
}

function slicesOf(nodes: ReadonlyArray<PhrasingContent>, source: string): string {
  let result = '';
  let at: number | undefined;
  for (const node of nodes) {
    const { end, start } = rangeOf(node);
    // White space and markers of block quotes begin lines, and belong to no node.
    const isPrefix =
      at !== undefined &&
      /^[^\r\n]?[\r\n]+[ \t\r\n>]*$/.test(source.slice(at - 1, start));
    result += (isPrefix ? source.slice(at, start) : '') + sliceOf(node, source);
    at = end;
  }
  return result;
}

function sliceOf(node: PhrasingContent, source: string): string {
  const { end, start } = rangeOf(node);
  const children = 'children' in node ? node.children : [];
  const first = children[0];
  const last = children.at(-1);
  if (!first || !last) return source.slice(start, end);
  return (
    source.slice(start, rangeOf(first).start) +
    slicesOf(children, source) +
    source.slice(rangeOf(last).end, end)
  );
}

/** Take the space around a label away, with markers of block quotes in that space. */
function trimLabel(label: string): string {
  const start = /^[ \t]*(?:[\r\n][ \t\r\n>]*)?/.exec(label)?.[0].length ?? 0;
  let end = label.length;
  while (end > start && ' \t\r\n'.includes(label[end - 1] ?? '')) end--;
  return label.slice(start, end);
}

/**
 * Write what replaces a `]` right before the link. Before two brackets it is text; before one, it
 * would end the text of a reference whose name is the label.
 */
function guardOf({ before, start }: ShorthandPlace, source: string): string {
  if (before?.type !== 'text') return '';
  const [marks = ''] = /\\*\]$/.exec(source.slice(rangeOf(before).start, start)) ?? [];
  return marks.length % 2 === 0 ? '' : '\\]';
}
