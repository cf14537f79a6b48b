import type { Service, UriReader } from '../services/service.js';
import type { Contact } from './contact.js';
import type { ContactLink } from './contact-link.js';
import type { NearMiss } from './findings/near-misses.js';
import type { Problem } from './findings/problem.js';
import type { Suggester } from './findings/suggester.js';
import type { Attributes } from './names.js';
import type { PastedLinks } from './resolve/read-pasted.js';

/** Where links go in place of the service that they name. */
export interface Destination {
  service: Service;
  /** What they do there. Default: the same as before. */
  action: string | undefined;
  /** The contact that has an address of the service that they name, by that address. */
  known: ReadonlyMap<string, string>;
}

/** The options once they are checked, with all their defaults. */
export interface Settings {
  /** Registered services by their name. */
  services: ReadonlyMap<string, Service>;
  /** The same by all names that authors may write. */
  names: ReadonlyMap<string, Service>;
  /** What reads the URIs of registered services, by `scheme:` or host. */
  readers: ReadonlyMap<string, ReadonlyArray<UriReader>>;
  /** What reads links in place of targets; nothing where there are no readers. */
  pastedLinks: PastedLinks | undefined;
  invalid: 'warn' | 'error' | 'ignore';
  retired: 'info' | 'ignore';
  /** Works out what an author may have meant. */
  suggester: Suggester;
  /** Finds what is nearly a shorthand; nothing where the site turns it off. */
  findNearMisses: ((text: string) => Array<NearMiss>) | undefined;
  /** Addresses by service, and names, by the name in the address book. */
  contacts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  locale: string;
  /** Attributes by scope, in layers: the later ones win. */
  attributes: ReadonlyArray<Readonly<Record<string, Attributes>>>;
  /** What leads links elsewhere; nothing where the site redirects none. */
  redirecting: Redirecting | undefined;
}

/** Leads links elsewhere, as the site says. */
export interface Redirecting {
  /** Where links go, by `skype`, `skype:call`, or `skype:` without an action. */
  readonly destinations: ReadonlyMap<string, Destination>;
  /** Where links go whose host has moved: the new host by the old one, lower case. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Heads of the links that take the place of single URIs, by the normal form of these. */
  readonly links: ReadonlyMap<string, string>;
  /**
   * Finds the link that takes the place of another.
   *
   * @returns
   *   The link; the problem that keeps it from being made; or nothing where such links stay.
   */
  readonly redirect: (
    contact: Contact,
    settings: Settings,
  ) => ContactLink | Problem | undefined;
  /** The same for a URI that an author wrote by hand. */
  readonly redirectUri: (
    uri: string,
    settings: Settings,
  ) => ContactLink | Problem | undefined;
}
