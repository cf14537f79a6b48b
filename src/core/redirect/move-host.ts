import type { Contact } from '../contact.js';
import type { ContactLink } from '../contact-link.js';
import type { Problem } from '../findings/problem.js';
import type { Redirecting, Settings } from '../settings.js';
import { noReplacement, replacement } from './no-replacement.js';
import { readUri } from './read-uri.js';

const beforePath = /^(\s*[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?)([^/?#]+)/i;

/**
 * Get the host of a URI.
 *
 * @param uri
 *   The URI as it is written.
 * @returns
 *   The host with its port, in lower case; empty where the URI has none.
 */
export function hostOf(uri: string): string {
  const [, , host = ''] = beforePath.exec(uri) ?? [];
  return host.toLowerCase();
}

/**
 * Find the host that the host of a URI has moved to.
 *
 * @returns
 *   The new host; nothing where it has not moved.
 */
export function newHostOf(
  uri: string,
  { hosts }: Pick<Redirecting, 'hosts'>,
): string | undefined {
  return hosts.get(hostOf(uri));
}

/** Write a URI with another host. */
export function atHost(host: string, uri: string): string {
  return uri.replace(beforePath, (_, before: string) => before + host);
}

/**
 * Find the same link on the host that its own has moved to.
 *
 * @param link
 *   The link as it is written.
 * @param redirecting
 *   Which hosts have moved.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   The link, whose label keeps the names from the address book; the problem that keeps it
 *   from being made; or nothing where its host has not moved.
 */
export function onNewHost(
  { contact, label, url }: ContactLink,
  redirecting: Pick<Redirecting, 'hosts'>,
  settings: Settings,
): ContactLink | Problem | undefined {
  const host = newHostOf(url, redirecting);
  if (host === undefined) return undefined;
  const uri = atHost(host, url);
  const answer = readUri(uri, settings);
  if (answer.kind !== 'read') return unknownOnNewHost(uri);
  const moved = linkOnHost(host, answer.contact, settings);
  const isNamed = contact.targets.some((target) => target.startsWith('@'));
  return { ...moved, ...(isNamed ? { label } : {}) };
}

/** Make the problem of a link that no service reads on the new host. */
export function unknownOnNewHost(uri: string): Problem {
  return noReplacement(`\`${uri}\` is not a link that the plugin knows`);
}

/** Make a link on a host, whatever host the site has set for its service. */
export function linkOnHost(
  host: string,
  contact: Contact,
  settings: Settings,
): ContactLink | Problem {
  const link = replacement(contact, settings);
  return link.kind === 'link' ? { ...link, url: atHost(host, link.url) } : link;
}
