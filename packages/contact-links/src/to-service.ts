import {
  attributeValue,
  type ContactLink,
  formatHead,
  isHead,
  type Problem,
  replace,
  resolveAsWritten,
  type Settings,
} from 'remark-contact-links/core';
import { type Edit, inCell, type Rewrite } from './edit.js';
import type { Form, MovingLink } from './find-links.js';
import { refusalOf } from './refusal.js';

/**
 * Make a function that moves links to where a site redirects them.
 *
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   Function that takes a link and its document.
 */
export function toService(settings: Settings): Rewrite {
  return (link, source) => {
    const { contact, fixed, form } = link;
    const other = replacementOf(link, settings);
    if (!other) return undefined;
    if (fixed !== undefined) return stays(fixed);
    if (other.kind === 'problem') {
      const refusal = contact && refusalOf(contact, settings);
      return refusal === undefined ? other : stays(refusal);
    }
    if (form === 'autolink' || form === 'bare') return labelled(link, other);
    const text = writers[form](link, other, source, settings);
    if (typeof text !== 'string') return text;
    return { ...link.target, link, text, url: other.url };
  };
}

/** Make the link that takes the place of another, or the problem that keeps it from being made. */
function replacementOf(
  { contact, form, url }: MovingLink,
  settings: Settings,
): ContactLink | Problem | undefined {
  // Where an expression makes the URL, its service may still be known.
  return form === 'shorthand' || url === undefined
    ? contact && replace(contact, settings)
    : settings.redirecting?.redirectUri(url, settings);
}

/**
 * Turn an autolink, which shows its URL, into a link with the label that redirecting shows in
 * the page: the URL of another service may be long, and mean nothing to a reader.
 */
function labelled(link: MovingLink, { label, url }: ContactLink): Edit {
  const { end, start } = link;
  const text = `[${label.replace(punctuation, '\\$&')}](${url})`;
  return { start, end, link, text, url, label: { text: label } };
}

/** Characters that could mean something in a label, to Markdown or to a plugin. */
const punctuation = /[\\`*_[\]<>~|$]|&(?=[#\w])|:(?=\w)/g;

type Writer = (
  link: MovingLink,
  other: ContactLink,
  source: string,
  settings: Settings,
) => string | Pick<Problem, 'reason'>;

/** Write the text for the part of a link that has to change. */
const writers: Readonly<Record<Exclude<Form, 'autolink' | 'bare'>, Writer>> = {
  shorthand: writeHead,
  link: (_, { url }) => url,
  definition: (_, { url }) => url,
  html: writeAttribute,
  jsx: writeAttribute,
};

/** Write a head in which names of the address book stay names, and addresses stay addresses. */
function writeHead(
  link: MovingLink,
  { contact, url }: ContactLink,
  _: string,
  settings: Settings,
): string | Pick<Problem, 'reason'> {
  const targets = contact.targets.map((target, index) => {
    const isName = link.contact?.targets[index]?.startsWith('@');
    const address = settings.contacts[target.slice(1)]?.[contact.service];
    return isName || !target.startsWith('@') ? target : (address ?? target);
  });
  const head = formatHead({ ...contact, targets });
  const result = isHead(head, settings.names) && resolveAsWritten(head, settings);
  return result && result.kind === 'link' && result.url === url
    ? inCell(head, link)
    : stays('no shorthand can hold it');
}

function stays(reason: string) {
  return { reason: `No replacement for this link: ${reason}` };
}

/** Write a URL, which has no quotes in it, as the value of an attribute in the author's quotes. */
export function writeAttribute(
  { target }: Pick<MovingLink, 'target'>,
  { url }: Pick<ContactLink, 'url'>,
  source: string,
): string {
  const value = attributeValue(url);
  return source[target.start] === "'" ? `'${value.slice(1, -1)}'` : value;
}
