import type { Options } from 'remark-contact-links';

/** An address book. */
export type Contacts = NonNullable<Options['contacts']>;

/**
 * Add the people of an address book to those of the configuration.
 *
 * @param contacts
 *   The contacts of the configuration.
 * @param book
 *   The address book; where both have an address, the one of the address book counts.
 * @returns
 *   All contacts.
 */
export function addContacts(contacts: Contacts, book: Contacts): Contacts {
  const both = Object.entries(book).map(([name, entry]) => {
    const known = Object.hasOwn(contacts, name) ? contacts[name] : undefined;
    return [name, known && isTable(entry) ? { ...known, ...entry } : entry] as const;
  });
  return { ...contacts, ...Object.fromEntries(both) };
}

/** Whether a value is an object as JSON has them. */
export function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
