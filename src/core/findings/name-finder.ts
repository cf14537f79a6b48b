import type { Service } from '../../services/service.js';
import { firstIndex } from '../in-order.js';
import type { Settings } from '../settings.js';
import { longest, nearest } from './nearest.js';
import { namesWith } from './suggester.js';

type NameFinder = ReturnType<typeof createNameFinder>;

/** Finders by address book and service: a large address book takes long to sort. */
const finders = new WeakMap<Settings['contacts'], Map<string, NameFinder>>();

/**
 * Find the contact, in an address book of any size, that an author most likely meant. Only
 * contacts with an address of the service count.
 */
export function findName(
  word: string,
  service: Service,
  contacts: Settings['contacts'],
): string | undefined {
  const known = finders.get(contacts) ?? new Map<string, NameFinder>();
  finders.set(contacts, known);
  const finder =
    known.get(service.name) ?? createNameFinder(namesWith(service, contacts));
  known.set(service.name, finder);
  return finder(word);
}

/** How many names are looked at on each side of a word. */
const reach = 500;

/**
 * Make a function that finds the nearest of many names. It compares the word with its
 * neighbors in the alphabet only, once from its first letter and once from its last, so that
 * the number of names does not matter.
 *
 * @param names
 *   The names to choose from.
 */
export function createNameFinder(
  names: ReadonlyArray<string>,
): (word: string) => string | undefined {
  if (names.length <= 2 * reach) return (word) => nearest(word, names);
  const byStart = sortedBy(names, (name) => name.toLowerCase());
  const byEnd = sortedBy(names, reversed);
  return (word) =>
    word.length > longest
      ? undefined
      : nearest(word, [
          ...around(byStart, word.toLowerCase()),
          ...around(byEnd, reversed(word)),
        ]);
}

interface Entry {
  key: string;
  name: string;
}

function sortedBy(
  names: ReadonlyArray<string>,
  keyOf: (name: string) => string,
): Array<Entry> {
  return names
    .map((name) => ({ key: keyOf(name), name }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

function around(entries: ReadonlyArray<Entry>, key: string): Array<string> {
  const at = firstIndex(entries, (entry) => entry.key < key);
  return entries.slice(Math.max(0, at - reach), at + reach).map(({ name }) => name);
}

function reversed(text: string): string {
  return [...text.toLowerCase()].reverse().join('');
}
