import {
  candidatePattern,
  goneServices,
  resolveSettings,
  type Settings,
  startPattern,
} from 'remark-contact-links/core';
import { misspelledPattern } from './plain-links/misspelled-scheme.js';

/** Patterns of the URIs of services that are gone. */
const gone = goneServices
  .flatMap(({ starts }) => starts)
  // The name of this scheme is a common word in prose.
  .map((start) => (start === 'line:' ? 'line://' : startPattern(start)));

/** An invitation of Zulip, whose servers are on any host. */
const invitation = String.raw`\/join\/[a-z\d]{24}`;

/** Make a pattern that matches every text with a link that the tool knows, even misspelled. */
export function linkPattern(settings: Pick<Settings, 'names' | 'readers'>): RegExp {
  const { source } = candidatePattern(settings);
  return new RegExp(
    [source, ...gone, misspelledPattern.source, invitation].join('|'),
    'i',
  );
}

/** The same pattern for all services that any site may have. */
export const anyLinkPattern = new RegExp(
  `${linkPattern({ ...resolveSettings(), names: new Map() }).source}|\\[\\[[\\w+.-]+:`,
  'i',
);

/**
 * Make a pattern for the hosts that a site has set for its services.
 *
 * @returns
 *   The pattern; nothing where no service has a host.
 */
export function hostPattern({ services }: Settings): RegExp | undefined {
  const hosts = [...services.values()].flatMap(({ host }) => host?.split(':', 1) ?? []);
  const source = hosts.map((host) => host.replace(/\./g, '\\.')).join('|');
  return source === '' ? undefined : new RegExp(source, 'i');
}
