import type { Link, Root } from 'mdast';
import {
  type Contact,
  candidatePattern,
  headOf,
  readUri,
  type Settings,
} from 'remark-contact-links/core';
import type { VFileMessage } from 'vfile-message';
import { type Form, findUrls, type LinkPlace } from './find-urls.js';

export { type Form, rangeOf } from './find-urls.js';

/** A link to somebody, in the source of a document. */
export interface SourceLink extends LinkPlace {
  form: Exclude<Form, 'bare'>;
  /** What it says. */
  contact: Contact;
}

/**
 * Find the links of a document to services whose links can be told: shorthands, and URIs of
 * all forms.
 *
 * @param text
 *   The source of the tree.
 */
export function findLinks(
  tree: Root,
  text: string,
  settings: Settings,
): Array<SourceLink> {
  const candidate = candidatePattern({ ...settings, names: new Map() });
  return findUrls(tree, text).flatMap(({ form, url, ...place }): Array<SourceLink> => {
    const { node, start } = place;
    if (form === 'bare') return [];
    if (form === 'shorthand') {
      const contact = (node as Link).data?.contact as Contact;
      const head = headOf(text.slice(start, place.end), settings.names);
      const target = { start: start + 2, end: start + 2 + head.length };
      return [{ ...place, form, contact, target }];
    }
    // Of an address that an expression makes, the scheme can be told.
    const written = text.slice(place.target.start, place.target.end);
    const found = read(url ?? candidate.exec(written)?.[0] ?? '');
    return found ? [{ ...found, ...place, form }] : [];
  });

  /** What a URI says; no shorthand says the same as one that cannot be changed. */
  function read(uri: string): Pick<SourceLink, 'contact' | 'fixed'> | undefined {
    const answer = readUri(uri, settings);
    if (answer.kind === 'foreign') return undefined;
    if (answer.kind === 'read') return { contact: answer.contact };
    const { reason, service } = answer;
    const contact = { service, action: null, targets: [], parameters: {} };
    return { contact, fixed: reason };
  }
}

/** Leave out the shorthands that the plugin says are in other links: they are no links. */
export function withoutNested<Place extends Pick<SourceLink, 'start'> & { form: Form }>(
  links: ReadonlyArray<Place>,
  messages: ReadonlyArray<VFileMessage>,
): Array<Place> {
  const nested = new Set<number | undefined>();
  for (const { place, ruleId } of messages) {
    if (ruleId !== 'nested-link' || !place) continue;
    nested.add('start' in place ? place.start.offset : place.offset);
  }
  return links.filter(({ form, start }) => form !== 'shorthand' || !nested.has(start));
}
