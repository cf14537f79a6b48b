import { isPhone } from '../../services/phone.js';
import type { Service } from '../../services/service.js';
import type { Contact } from '../contact.js';
import type { ContactLink } from '../contact-link.js';
import { type Problem, quote, quoteList } from '../findings/problem.js';
import { own } from '../own.js';
import { resolveAsWritten } from '../resolve/resolve-as-written.js';
import type { Destination, Redirecting, Settings } from '../settings.js';
import { formatHead } from '../shorthand/format-head.js';
import { onNewHost } from './move-host.js';
import { noReplacement, replacement } from './no-replacement.js';
import { singleLink } from './single-links.js';

/**
 * Find the link to which the site has redirected another.
 *
 * @param contact
 *   What a link says, as `readUri` gives it.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   The link, with the contact as it was given; the problem that keeps it from being made; or
 *   nothing where such links are not redirected.
 */
export function redirect(
  contact: Contact,
  settings: Settings,
): ContactLink | Problem | undefined {
  const other = replace(contact, settings);
  return other?.kind === 'link' ? { ...other, contact } : other;
}

/**
 * Find the link that an author can write in place of one that the site has redirected.
 *
 * Its people are the contacts of the address book that have the addresses of the old link. It
 * keeps the parameters that its action has too. A link whose host has moved, and that is not
 * redirected otherwise, is the same link on the new host. What the site says of a single URL
 * wins.
 *
 * @param contact
 *   What a link says, as `readUri` gives it.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   The link, whose contact has a target for each target of the one that was given: the
 *   `@name` of a contact, or an address that both services have; the problem that keeps it
 *   from being made; or nothing where such links are not redirected.
 */
export function replace(
  contact: Contact,
  settings: Settings,
): ContactLink | Problem | undefined {
  const { redirecting } = settings;
  if (!redirecting) return undefined;
  const written = withUrl(contact, redirecting, settings);
  const single = written && singleLink(written.url, redirecting, settings);
  if (single) return single;
  const destination = destinationOf(contact, settings);
  const moved = written && onNewHost(written, redirecting, settings);
  if (!destination || moved?.kind === 'problem') return moved;
  const { action: chosen, service } = destination;
  const actionName = chosen ?? contact.action;
  const action = actionName === null ? service.bare : own(service.actions, actionName);
  if (!action) return missingAction(contact, service, settings);
  const { missing, targets } = counterparts(
    contact,
    moved?.contact ?? contact,
    destination,
    settings,
  );
  if (missing.length > 0) {
    return noReplacement(
      `\`contacts\` has no ${service.name} address for ${quoteList(missing)}`,
    );
  }
  const kept = Object.entries(contact.parameters).filter(([key]) =>
    own(action.parameters, key),
  );
  const other = {
    service: service.name,
    action: actionName,
    targets,
    parameters: Object.fromEntries(kept),
  };
  return replacement(other, settings);
}

/** Make the link as it is written, where a site redirects links by their URLs. */
function withUrl(
  contact: Contact,
  { hosts, links }: Redirecting,
  settings: Settings,
): ContactLink | undefined {
  if (hosts.size + links.size === 0) return undefined;
  const link = resolveAsWritten(formatHead(contact), settings);
  return link.kind === 'link' ? link : undefined;
}

/**
 * Find the people of a redirected link whom the address book lacks, or knows without an
 * address of the service that the link goes to.
 *
 * @param contact
 *   What a link says, as `readUri` gives it.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   Their targets in the link; none where it is not redirected.
 */
export function missingTargets(contact: Contact, settings: Settings): Array<string> {
  const destination = destinationOf(contact, settings);
  return destination
    ? counterparts(contact, contact, destination, settings).missing
    : [];
}

/**
 * Write an address in a form in which equal addresses are equal texts.
 *
 * @param service
 *   The service whose address it is.
 * @param address
 *   An address, as an author writes it.
 * @returns
 *   The address as a URI has it, in lower case; the text itself in lower case where the service
 *   does not take it.
 */
export function normalAddress(service: Service, address: string): string {
  for (const action of [service.bare, ...Object.values(service.actions)]) {
    const checked = action?.address(address);
    if (checked && 'address' in checked) return checked.address.toLowerCase();
  }
  return address.toLowerCase();
}

/**
 * Find where a link goes: a redirect of its action wins over one of its service.
 *
 * @param contact
 *   What the link says.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   Where it goes; nothing where it stays.
 */
export function destinationOf(
  { action, service }: Contact,
  { redirecting }: Settings,
): Destination | undefined {
  const destinations = redirecting?.destinations;
  return destinations?.get(`${service}:${action ?? ''}`) ?? destinations?.get(service);
}

/**
 * Check whether all links of a service are redirected, whatever they do.
 *
 * @param service
 *   Name of the service.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   Whether they are.
 */
export function isRedirected(service: string, { redirecting }: Settings): boolean {
  return redirecting?.destinations.has(service) ?? false;
}

/**
 * Find the targets that reach the same people through the other service, and those people
 * whom none reaches.
 *
 * @param moved
 *   The same contact on the host that its own has moved to.
 */
function counterparts(
  contact: Contact,
  moved: Contact,
  destination: Destination,
  settings: Settings,
): { missing: Array<string>; targets: Array<string> } {
  const targets: Array<string> = [];
  const missing: Array<string> = [];
  for (const [index, target] of contact.targets.entries()) {
    // The moved contact reaches as many.
    const other =
      counterpart(target, contact.service, destination, settings) ??
      sameAddress(
        moved.targets[index] as string,
        contact.service,
        destination,
        settings,
      );
    if (other === undefined) missing.push(target);
    else targets.push(other);
  }
  return { missing, targets };
}

/** A target that reaches the same person by the address book. */
function counterpart(
  target: string,
  from: string,
  { known, service }: Destination,
  { contacts, services }: Settings,
): string | undefined {
  const before = services.get(from);
  const isContact = target.startsWith('@') && own(contacts, target.slice(1));
  const name = isContact
    ? target.slice(1)
    : before && known.get(normalAddress(before, target));
  const isKnown = name !== undefined && own(contacts, name)?.[service.name];
  return isKnown ? `@${name}` : undefined;
}

/** The target itself, where it reaches the same person through the other service. */
function sameAddress(
  target: string,
  from: string,
  { service }: Destination,
  { services }: Settings,
): string | undefined {
  const addresses = services.get(from)?.addresses;
  // A phone number is the same with every service.
  const isSame =
    isPhone(target) || (addresses !== undefined && addresses === service.addresses);
  return isSame ? target : undefined;
}

function missingAction(
  { action, service }: Contact,
  to: Service,
  { services }: Settings,
): Problem {
  const from = services.get(service);
  if (from && action !== null && !own(from.actions, action)) {
    return noReplacement(`${from.title} has no ${quote(action)}`);
  }
  const example = JSON.stringify({
    [`${service}:${action ?? ''}`]: `${to.name}:${Object.keys(to.actions)[0]}`,
  });
  const what = action === null ? 'no link without an action' : `no ${quote(action)}`;
  return noReplacement(
    `${to.title} has ${what}; option \`redirect\` can name another action, as in ${quote(example)}`,
  );
}
