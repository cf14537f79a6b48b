import {
  attributeValue,
  type ContactLink,
  destinationOf,
  formatHead,
  isHead,
  type Options,
  type Problem,
  replace,
  resolveAsWritten,
  resolveSettings,
  type Settings,
} from 'remark-contact-links/core';
import { CommandError } from './command-error.js';
import { type Edit, inCell, type Rewrite } from './edit.js';
import type { Form, SourceLink } from './find-links.js';
import { refusalOf } from './refusal.js';

/** Where links to services that have closed go when nothing is said. */
const usual = 'teams';

/**
 * Resolve options for links that move to another service.
 *
 * @param to
 *   Where all links to services that have closed go: `teams`, `teams:chat`. Default: where
 *   `redirect` sends them, otherwise to Teams.
 * @throws {CommandError}
 *   When links cannot go there.
 * @throws {TypeError}
 *   When an option is wrong.
 */
export function redirectingSettings(
  options: Options,
  to: string | undefined,
): Settings {
  const { services } = resolveSettings({ ...options, redirect: null });
  if (to !== undefined) checkDestination(to, services);
  const closed = [...services.values()].filter(({ retired }) => retired);
  const all = (destination: string) =>
    Object.fromEntries(closed.map(({ name }) => [name, destination]));
  // The plugin takes keys in any case.
  const given = Object.entries(options.redirect ?? {}).map(
    ([key, destination]) => [key.toLowerCase(), destination] as const,
  );
  const redirect = {
    ...(services.has(usual) ? all(usual) : {}),
    ...Object.fromEntries(given),
    ...(to === undefined ? {} : all(to)),
  };
  return resolveSettings({ ...options, redirect });
}

/** Check where all links are to go: an open service, or one of its actions. */
function checkDestination(to: string, services: Settings['services']): void {
  const [name = '', action] = to.toLowerCase().split(':', 2);
  const open = [...services.values()].filter(({ retired }) => !retired);
  const service = open.find((each) => each.name === name);
  const actions = Object.keys(service?.actions ?? {});
  if (service && (action === undefined || actions.includes(action))) return;
  const allowed = service
    ? [name, ...actions.map((each) => `${name}:${each}`)]
    : open.map((each) => each.name);
  const list = ['shorthand', ...allowed].map((each) => `\`${each}\``).join(', ');
  const more = service ? '' : ', or one with an action, as in `tel:call`';
  throw new CommandError(
    `Wrong value of \`--to\`: given \`${to}\`, allowed ${list}${more}`,
  );
}

/** Make what moves links to the service that the settings redirect them to. */
export function toService(settings: Settings): Rewrite {
  return (link, source) => {
    const { contact, fixed } = link;
    if (fixed !== undefined) {
      return destinationOf(contact, settings) && stays(fixed);
    }
    const other = replace(contact, settings);
    if (other?.kind !== 'link') {
      const refusal = other && refusalOf(contact, settings);
      return refusal === undefined ? other : stays(refusal);
    }
    if (link.form === 'autolink') return labelled(link, other);
    const text = writers[link.form](link, other, source, settings);
    if (typeof text !== 'string') return text;
    return { ...link.target, link, text, url: other.url };
  };
}

/**
 * An autolink shows its URL, which for another service is long and says nothing: it becomes a
 * link with the label that redirecting shows in the page.
 */
function labelled(link: SourceLink, { label, url }: ContactLink): Edit {
  const { end, start } = link;
  const text = `[${label.replace(punctuation, '\\$&')}](${url})`;
  return { start, end, link, text, url, label: { text: label } };
}

/** Characters that could mean something in a label, to Markdown or to a plugin. */
const punctuation = /[\\`*_[\]<>~|$]|&(?=[#\w])|:(?=\w)/g;

type Writer = (
  link: SourceLink,
  other: ContactLink,
  source: string,
  settings: Settings,
) => string | Pick<Problem, 'reason'>;

/** What stands in the place of what has to change. */
const writers: Readonly<Record<Exclude<Form, 'autolink'>, Writer>> = {
  shorthand: writeHead,
  link: (_, { url }) => url,
  definition: (_, { url }) => url,
  html: writeAttribute,
  jsx: writeAttribute,
};

/** A name of the address book stays one; an address becomes the other address. */
function writeHead(
  link: SourceLink,
  { contact, url }: ContactLink,
  _: string,
  settings: Settings,
): string | Pick<Problem, 'reason'> {
  const targets = contact.targets.map((target, index) => {
    const isName = link.contact.targets[index]?.startsWith('@');
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

/** The author's quotes stay; in a URL of the package there are none. */
function writeAttribute(
  { target }: SourceLink,
  { url }: ContactLink,
  source: string,
): string {
  const value = attributeValue(url);
  return source[target.start] === "'" ? `'${value.slice(1, -1)}'` : value;
}
