import type { Link, LinkData, LinkReference, LinkReferenceData } from 'mdast';
import { toProperties } from '../unist/hast-properties.js';

/**
 * Add attributes to a link that lacks them.
 *
 * @param title
 *   The title of the link. Default: none.
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
