import { isHostWithPort } from '../../services/host.js';
import type { Service } from '../../services/service.js';
import { quoteList } from '../findings/problem.js';
import { own } from '../own.js';
import { normalAddress, redirect } from '../redirect/redirect.js';
import { redirectUri } from '../redirect/redirect-uri.js';
import { normalUri } from '../redirect/single-links.js';
import { resolveAsWritten } from '../resolve/resolve-as-written.js';
import type { Destination, Redirecting, Settings } from '../settings.js';
import { isHead } from '../shorthand/scan-head.js';
import { entries, text, unknown, wrong } from './checks.js';
import { readScope, serviceNamed, uniqueKeys } from './scopes.js';

/**
 * Make what leads links elsewhere.
 *
 * @param given
 *   The entries of option `redirect`.
 * @throws {OptionError}
 *   When one of them is wrong.
 */
export function createRedirecting(
  given: ReadonlyArray<readonly [key: string, value: unknown]>,
  settings: Settings,
): Redirecting {
  const { contacts, services } = settings;
  const destinations = new Map<string, Destination>();
  let hosts: ReadonlyMap<string, string> = new Map();
  let links: ReadonlyMap<string, string> = new Map();
  const checkKey = uniqueKeys(['redirect']);
  for (const [key, value] of given) {
    // A site may define a service of this name: the value is then a service, not a table.
    const isTable = !(services.has(key) && typeof value === 'string');
    if (key === 'hosts' && isTable) {
      hosts = movedHosts(value);
      continue;
    }
    if (key === 'links' && isTable) {
      links = singleLinks(value, settings);
      continue;
    }
    const scope = scopeOf(services, key);
    checkKey(key, scope);
    destinations.set(scope, destination(services, contacts, key, value));
  }
  return { destinations, hosts, links, redirect, redirectUri };
}

/** Check what takes the place of single URIs. */
function singleLinks(given: unknown, settings: Settings): Map<string, string> {
  const path = ['redirect', 'links'];
  const checkKey = uniqueKeys(path);
  return new Map(
    entries(path, given).map(([key, value]) => {
      if (!/^[a-z][a-z\d+.-]*:./i.test(key)) {
        throw wrong([...path, key], key, 'a URL');
      }
      const uri = normalUri(key);
      checkKey(key, uri);
      const form = 'a shorthand without brackets and label, such as `teams:@alice`';
      const head = text([...path, key], value, form);
      if (!isHead(head, settings.names)) throw wrong([...path, key], value, form);
      const link = resolveAsWritten(head, settings);
      if (link.kind === 'problem') {
        throw wrong([...path, key], value, `${form} (${link.reason})`);
      }
      return [uri, head];
    }),
  );
}

/** Check which hosts have moved, and where to. */
function movedHosts(given: unknown): Map<string, string> {
  const path = ['redirect', 'hosts'];
  const checkKey = uniqueKeys(path);
  return new Map(
    entries(path, given).map(([key, value]) => {
      const form = 'a host, such as `irc.example.org`';
      if (!isHostWithPort(key)) throw wrong([...path, key], key, form);
      const from = key.toLowerCase();
      checkKey(key, from);
      const to = text([...path, key], value, form).toLowerCase();
      if (!isHostWithPort(to)) throw wrong([...path, key], value, form);
      if (to === from) throw wrong([...path, key], value, 'another host');
      return [from, to];
    }),
  );
}

/** Write a key with the service's own name: `skype`, `skype:call`, `skype:`. */
function scopeOf(services: ReadonlyMap<string, Service>, key: string): string {
  const [name = '', ...action] = key.toLowerCase().split(':');
  return [serviceNamed(services, name)?.name ?? name, ...action].join(':');
}

/** Check where the links of a service or an action go. */
function destination(
  services: ReadonlyMap<string, Service>,
  contacts: Settings['contacts'],
  key: string,
  value: unknown,
): Destination {
  const path = ['redirect', key];
  const from = readScope(services, key.replace(/:$/, ''), (known) =>
    unknown(path, key.includes(':') ? known : [...known, 'hosts', 'links']),
  );
  const to = readScope(
    services,
    text(path, value, 'a service, as in `teams`, or one of its actions'),
    (known) => wrong(path, value, quoteList(known)),
  );
  if (to.service === from.service) throw wrong(path, value, 'another service');
  return { ...to, known: knownBy(from.service, to.service, contacts) };
}

/**
 * Get the contact that has each address of a service. Where several have the same address,
 * all have to lead to the same place.
 */
function knownBy(
  from: Service,
  to: Service,
  contacts: Settings['contacts'],
): Map<string, string> {
  const known = new Map<string, string>();
  for (const [name, addresses] of Object.entries(contacts)) {
    const address = own(addresses, from.name);
    if (!address) continue;
    const normal = normalAddress(from, address);
    const other = known.get(normal);
    const before = other !== undefined && own(contacts, other)?.[to.name];
    const after = own(addresses, to.name);
    if (before && after && before !== after) {
      throw wrong(
        ['contacts', name, from.name],
        address,
        `an address other than that of \`contacts.${other}\`, as option \`redirect\` leads the two to different addresses`,
      );
    }
    if (!before) known.set(normal, name);
  }
  return known;
}
