import type { ContactLink, Settings } from 'remark-contact-links/core';
import { type Edit, inCell } from '../edit.js';
import type { UrlPlace } from '../find-urls.js';
import { writeAttribute } from '../to-service.js';
import { escapeLabel } from './to-plain-link.js';

/** A link that is not a shorthand, where the site redirects it. */
export interface Redirected {
  edit: Edit;
  to: ContactLink;
}

/**
 * Change a link that is not a shorthand as option `redirect` changes it in the page.
 *
 * @param place
 *   Any link.
 * @param source
 *   The document.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   The change; nothing for a link that is the same in the page.
 */
export function redirectPlace(
  place: UrlPlace,
  source: string,
  settings: Settings,
): Redirected | undefined {
  const { end, fixed, form, node, start, target, url: before } = place;
  if (before === undefined || fixed !== undefined) return undefined;
  const to = settings.redirecting?.redirectUri(before, settings);
  if (to?.kind !== 'link') return undefined;
  const { url } = to;
  if (form === 'html' || form === 'jsx') {
    const text = writeAttribute(place, to, source);
    return { to, edit: { ...target, link: place, text, url } };
  }
  const [label] = node.type === 'link' ? node.children : [];
  const shown = label?.type === 'text' ? label.value : '';
  // The page does not show a URL that leads elsewhere.
  if (form === 'bare' || (node.type === 'link' && shown === before)) {
    const value = shown === before ? to.label : shown;
    const text = inCell(`[${escapeLabel(value)}](${url})`, place);
    return { to, edit: { start, end, link: place, text, url, label: { text: value } } };
  }
  return { to, edit: { ...target, link: place, text: url, url } };
}
