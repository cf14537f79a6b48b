import type { Nodes } from 'mdast';
import { hostOf, readGone, readUri, type Settings } from 'remark-contact-links/core';
import type { Edit } from './edit.js';
import { defaultLabelOf, type MovingLink } from './find-links.js';

/**
 * Find the names of a link's old service or host that its label or title still has, once it
 * leads elsewhere.
 *
 * @param edit
 *   The change of the link.
 * @param link
 *   The link as it was.
 * @param source
 *   The document as it was.
 * @returns
 *   The title of the service, and the host. A new label has neither.
 */
export function oldNamesIn(
  { label, url }: Edit,
  link: MovingLink,
  source: string,
  settings: Settings,
): Array<string> {
  const { node } = link;
  const isNew = label || (node.type === 'link' && defaultLabelOf(node) !== undefined);
  const text = `${isNew ? '' : labelOf(link, source)} ${titleOf(node)}`;
  return oldNamesOf(link, url, settings).filter((name) => {
    const pattern = name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').test(
      text,
    );
  });
}

function oldNamesOf(
  { contact, url: before = '' }: MovingLink,
  after: string,
  settings: Settings,
): Array<string> {
  const { services } = settings;
  const answer = readUri(after, settings);
  const titleNow =
    answer.kind === 'read' ? services.get(answer.contact.service)?.title : undefined;
  const title = contact
    ? services.get(contact.service)?.title
    : readGone(before)?.title;
  const host = hostOf(before);
  return [
    ...(title === undefined || title === titleNow ? [] : [title]),
    ...(host === '' || host === hostOf(after) ? [] : [host]),
  ];
}

/** Get the text of a label. */
function labelOf({ end, form, node }: MovingLink, source: string): string {
  if (form !== 'html' && form !== 'jsx') return textOf(node);
  const [, label = ''] =
    /^[^>]*>((?:(?!<\/)[\s\S]){0,1000})/.exec(source.slice(end)) ?? [];
  return label.replace(/<[^>]*>/g, '');
}

function textOf(node: Nodes): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function titleOf(node: Nodes): string {
  return 'title' in node && typeof node.title === 'string' ? node.title : '';
}
