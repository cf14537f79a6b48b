import {
  type Contact,
  destinationOf,
  missingTargets,
  normalAddress,
  type Settings,
} from 'remark-contact-links/core';
import { copy } from './copy.js';
import { isKnown, isRefused } from './refusal.js';

/** Entries of an address book, with `null` for what is to be filled in. */
export type Skeleton = Record<string, Record<string, string | null>>;

/** Collects the people that an address book lacks, as entries to be filled in. */
export class MissingContacts {
  readonly skeleton: Skeleton = {};
  /** URLs without an entry in option `redirect.links`, as entries to be filled in. */
  readonly links: Record<string, null> = {};
  /** Names by service and address. */
  readonly #names = new Map<string, string>();

  /** Whether nobody is missing. */
  get isEmpty(): boolean {
    return Object.keys(this.skeleton).length === 0;
  }

  /** Add a URL without an entry in option `redirect.links`. */
  addLink(url: string): void {
    const [path = ''] = copy([url]).join().split(/[?#]/, 1);
    this.links[path] = null;
  }

  /** Add the people that are missing for a link. */
  add(contact: Contact, settings: Settings): void {
    const destination = destinationOf(contact, settings);
    if (!destination) return;
    for (const target of copy(missingTargets(contact, settings))) {
      const known = nameOf(target, contact.service, destination.known, settings);
      const service = settings.services.get(contact.service);
      if (known === undefined && service && isRefused(target, service)) continue;
      const name = known ?? this.#newName(target, contact.service, settings);
      const entry = this.skeleton[name] ?? {};
      if (known === undefined) entry[contact.service] ??= target;
      entry[destination.service.name] = null;
      this.skeleton[name] = entry;
    }
  }

  #newName(target: string, from: string, settings: Settings): string {
    const service = settings.services.get(from);
    const key = `${from}:${service ? normalAddress(service, target) : target}`;
    const given = this.#names.get(key);
    if (given !== undefined) return given;
    // The names of an address book have letters, digits, `.`, `-` and `_`. A prefix, as in
    // `live:bob`, does not say who it is.
    const plain =
      target
        .replace(/^\w+:/, '')
        .replace(/^\W+/, '')
        .replace(/[^\w.-]+/g, '-') || 'contact';
    let name = plain;
    for (let number = 2; name in settings.contacts || name in this.skeleton; number++) {
      name = `${plain}-${number}`;
    }
    this.#names.set(key, name);
    return name;
  }
}

/** Get the name of somebody who is in the address book, but without the address that is needed. */
function nameOf(
  target: string,
  from: string,
  known: ReadonlyMap<string, string>,
  settings: Settings,
): string | undefined {
  const service = settings.services.get(from);
  return isKnown(target, settings)
    ? target.slice(1)
    : service && known.get(normalAddress(service, target));
}
