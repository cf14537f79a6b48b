import type { Settings } from 'remark-contact-links/core';

/** Somebody who has an address of a service. */
export interface KnownContact {
  /** Their name in the address book. */
  key: string;
  /** What people call them. Default: the key. */
  name: string | undefined;
  address: string;
}

/** Finds people in an address book of any size. */
export class ContactIndex {
  readonly #contacts: Settings['contacts'];
  /** The people with an address of each service, in the order of their keys in lower case. */
  readonly #known = new Map<string, ReadonlyArray<KnownContact>>();

  constructor({ contacts }: Pick<Settings, 'contacts'>) {
    this.#contacts = contacts;
  }

  /**
   * Find people by the beginning of their key, and where these are few, by any part of the key or
   * the name.
   *
   * @param service
   *   Name of the service.
   * @param typed
   *   The text that is typed so far, with or without `@`.
   * @param most
   *   How many people are wanted.
   * @returns
   *   The people, and whether these are all.
   */
  find(
    service: string,
    typed: string,
    most: number,
  ): { found: ReadonlyArray<KnownContact>; isAll: boolean } {
    const part = typed.replace(/^@/, '').toLowerCase();
    const known = this.#of(service);
    const found: Array<KnownContact> = [];
    for (let at = firstFrom(known, part); at < known.length; at++) {
      const contact = known[at] as KnownContact;
      if (!contact.key.toLowerCase().startsWith(part)) break;
      if (found.length === most) return { found, isAll: false };
      found.push(contact);
    }
    if (part === '') return { found, isAll: true };
    for (const contact of known) {
      if (found.length === most) return { found, isAll: false };
      const { key, name = '' } = contact;
      const at = key.toLowerCase().indexOf(part);
      // People whose key begins with it are there already.
      if (at > 0 || (at < 0 && name.toLowerCase().includes(part))) found.push(contact);
    }
    return { found, isAll: true };
  }

  #of(service: string): ReadonlyArray<KnownContact> {
    const before = this.#known.get(service);
    if (before) return before;
    const found: Array<KnownContact> = [];
    for (const [key, entry] of Object.entries(this.#contacts)) {
      const address = entry[service];
      if (address !== undefined) found.push({ key, name: entry.name, address });
    }
    found.sort((left, right) =>
      left.key.toLowerCase() < right.key.toLowerCase() ? -1 : 1,
    );
    this.#known.set(service, found);
    return found;
  }
}

/** Get the index of the first person whose key is not before a word. */
function firstFrom(known: ReadonlyArray<KnownContact>, word: string): number {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle] as KnownContact).key.toLowerCase() < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
