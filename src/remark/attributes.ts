import type { Link, LinkData, LinkReference, LinkReferenceData } from 'mdast';
import { toProperties } from '../unist/hast-properties.js';

/**
 * Add attributes to a link, but for those that it has.
 *
 * @param title
 *   Its title. Default: it has none.
 * @returns
 *   The data of the link.
 */
export function addAttributes(
  link: Link | LinkReference,
  attributes: Readonly<Record<string, string>>,
  title?: string | null | undefined,
): LinkData | LinkReferenceData {
  link.data ??= {};
  const own = title ? { title } : {};
  link.data.hProperties = {
    ...toProperties(attributes),
    ...own,
    ...link.data.hProperties,
  };
  return link.data;
}
