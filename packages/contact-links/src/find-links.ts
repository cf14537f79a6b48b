import type { Link, Root } from 'mdast';
import {
  type Contact,
  candidatePattern,
  headOf,
  readUri,
  type Settings,
} from 'remark-contact-links/core';
import type { VFileMessage } from 'vfile-message';
import { type Form, findUrls, type LinkPlace, type UrlPlace } from './find-urls.js';

export { type Form, rangeOf } from './find-urls.js';

/** A link that may move; it may be one that no service reads. */
export interface MovingLink extends LinkPlace {
  form: Form;
  /** Where it leads; nothing where an expression of JSX makes the URL. */
  url: string | undefined;
  /** What it says. Default: no service reads it. */
  contact?: Contact;
  /** Why no shorthand can say the same. Default: one can. */
  unsaid?: string;
}

/** A link to somebody, in any form. */
export interface ContactLinkPlace extends MovingLink {
  contact: Contact;
}

/** A link to somebody that was written as one, in the source of a document. */
export interface SourceLink extends ContactLinkPlace {
  form: Exclude<Form, 'bare'>;
}

/**
 * Find the contact links of a document: shorthands, and the URIs that some service reads.
 *
 * @param tree
 *   The document.
 * @param text
 *   The source of the tree.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   Links, in the order of the document.
 */
export function findLinks(
  tree: Root,
  text: string,
  settings: Settings,
): Array<SourceLink> {
  return linksOf(findUrls(tree, text), text, settings);
}

/**
 * Find the contact links among all links of a document.
 *
 * @param text
 *   The source of the document.
 */
export function linksOf(
  urls: ReadonlyArray<UrlPlace>,
  text: string,
  settings: Settings,
): Array<SourceLink> {
  return contactLinksOf(urls, text, settings).filter(isSourceLink);
}

/**
 * Find those of all links of a document that lead to services, also those that GFM makes of
 * URLs and addresses in text.
 *
 * @param text
 *   The source of the document.
 */
export function contactLinksOf(
  urls: ReadonlyArray<UrlPlace>,
  text: string,
  settings: Settings,
): Array<ContactLinkPlace> {
  const toLink = linkReader(text, settings);
  return urls.flatMap((place) => toLink(place) ?? []);
}

function isSourceLink(link: ContactLinkPlace): link is SourceLink {
  return link.form !== 'bare';
}

/**
 * Find the links of a document that may move: contact links, and others that the site has
 * redirected.
 *
 * @param text
 *   The source of the tree.
 * @param settings
 *   Where links go.
 * @param isMeant
 *   Whether a URL should move although the site has not said where to.
 */
export function findMovingLinks(
  tree: Root,
  text: string,
  settings: Settings,
  isMeant: (url: string) => boolean,
): Array<MovingLink> {
  const toLink = linkReader(text, settings);
  return findUrls(tree, text).flatMap((place): Array<MovingLink> => {
    const { form, start, url } = place;
    const known = form === 'bare' ? undefined : toLink(place);
    if (known) return [known];
    // An address without a scheme was not written as a link.
    if (!url || (form === 'bare' && !text.startsWith(url, start))) return [];
    if (!isMeant(url) && !settings.redirecting?.redirectUri(url, settings)) return [];
    const answer = readUri(url, settings);
    return [
      { ...place, ...(answer.kind === 'read' ? { contact: answer.contact } : {}) },
    ];
  });
}

/** Make a function that reads a contact link; it gives nothing for any other link. */
function linkReader(
  text: string,
  settings: Settings,
): (place: UrlPlace) => ContactLinkPlace | undefined {
  const candidate = candidatePattern({ ...settings, names: new Map() });
  return ({ form, url, ...place }) => {
    const { node, start } = place;
    if (form === 'shorthand') {
      const contact = (node as Link).data?.contact as Contact;
      const head = headOf(text.slice(start, place.end), settings.names);
      const target = { start: start + 2, end: start + 2 + head.length };
      return { ...place, form, url, contact, target };
    }
    // Where an expression makes the address, its scheme may still be in the source.
    const written = text.slice(place.target.start, place.target.end);
    const found = read(url ?? candidate.exec(written)?.[0] ?? '');
    return found && { ...found, ...place, form, url };
  };

  function read(uri: string): Pick<ContactLinkPlace, 'contact' | 'unsaid'> | undefined {
    const answer = readUri(uri, settings);
    if (answer.kind === 'foreign') return undefined;
    if (answer.kind === 'read') return { contact: answer.contact };
    const { reason, service } = answer;
    const contact = { service, action: null, targets: [], parameters: {} };
    return { contact, unsaid: reason };
  }
}

/** Get the default label of a shorthand; nothing where the author wrote a label. */
export function defaultLabelOf({ children: [first] }: Link): string | undefined {
  return first?.type === 'text' && first.data?.contactLinkLabel !== undefined
    ? first.value
    : undefined;
}

/** Leave out the shorthands that the plugin has reported inside other links: they are not links. */
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
