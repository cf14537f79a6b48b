import type { Link, LinkData, LinkReference, LinkReferenceData } from 'mdast';
import { toProperties } from '../unist/hast-properties.js';

/**
 * Add attributes to a link, but for those that it has.
 *
 * @returns
 *   The data of the link.
 */
export function addAttributes(
  link: Link | LinkReference,
  attributes: Readonly<Record<string, string>>,
): LinkData | LinkReferenceData {
  link.data ??= {};
  link.data.hProperties = { ...toProperties(attributes), ...link.data.hProperties };
  return link.data;
}
