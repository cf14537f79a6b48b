import {
  candidatePattern,
  goneServices,
  resolveSettings,
  type Settings,
  startPattern,
} from 'remark-contact-links/core';
import { misspelledPattern } from './plain-links/misspelled-scheme.js';

/** What the URIs of services that are gone have. */
const gone = goneServices
  .flatMap(({ starts }) => starts)
  // A scheme whose name is a word of its own in prose.
  .map((start) => (start === 'line:' ? 'line://' : startPattern(start)));

/** Invitations of Zulip, which has servers at any host. */
const invitation = String.raw`\/join\/[a-z\d]{24}`;

/** What a text has that holds a link which the tool knows, or one that was meant as such. */
export function linkPattern(settings: Pick<Settings, 'names' | 'readers'>): RegExp {
  const { source } = candidatePattern(settings);
  return new RegExp(
    [source, ...gone, misspelledPattern.source, invitation].join('|'),
    'i',
  );
}

/** What a text has that holds such a link, whatever the services are. */
export const anyLinkPattern = new RegExp(
  `${linkPattern({ ...resolveSettings(), names: new Map() }).source}|\\[\\[[\\w+.-]+:`,
  'i',
);

/**
 * What a text has that links to the servers of services, which a site may have set.
 *
 * @returns
 *   Nothing where no service has a server.
 */
export function hostPattern({ services }: Settings): RegExp | undefined {
  const hosts = [...services.values()].flatMap(({ host }) => host?.split(':', 1) ?? []);
  const source = hosts.map((host) => host.replace(/\./g, '\\.')).join('|');
  return source === '' ? undefined : new RegExp(source, 'i');
}
