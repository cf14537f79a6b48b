import { insertionsFor } from 'contact-links/add-entries';
import type { Node } from 'jsonc-parser';
import type { Range } from 'remark-contact-links/core';
import type { NewEntry } from '../features/code-actions.js';
import type { Fix } from '../page/page.js';
import { rangeOf, readJson, valueAt } from './json.js';

/** The keys that lead to the people in a JSON file; none where they are at its top. */
export type BookPath = ReadonlyArray<string>;

/** A person in an address book. */
export interface Entry {
  key: string;
  /** The place of the name, without quotes. */
  range: Range;
}

/** Find the people of an address book. */
export function entriesIn(text: string, path: BookPath): Array<Entry> {
  const { root } = readJson(text);
  const book = root && (path.length > 0 ? valueAt(root, path) : root);
  if (book?.type !== 'object') return [];
  return (book.children ?? []).flatMap(({ children: [key] = [] }) =>
    key ? [entryOf(key)] : [],
  );
}

function entryOf(key: Node): Entry {
  const { end, start } = rangeOf(key);
  return { key: String(key.value), range: { start: start + 1, end: end - 1 } };
}

/**
 * Make the insertions that add an address to an address book, in the style of the rest.
 *
 * @returns
 *   The insertions; nothing where the person has such an address already, or no object can have
 *   it.
 */
export function additionTo(
  text: string,
  path: BookPath,
  { address, key, service }: NewEntry,
): Array<Fix> | undefined {
  const { faults, root } = readJson(text);
  if (!root || faults.length > 0) return undefined;
  if (valueAt(root, [...path, key, service])) return undefined;
  const entries = new Map([[key, { [service]: address }]]);
  const insertions = insertionsFor(text, entries, path);
  if (insertions.length === 0) return undefined;
  return insertions.map(({ at, text }) => ({ range: { start: at, end: at }, text }));
}

/** Write an address book with one person. */
export function newBook(path: BookPath, { address, key, service }: NewEntry): string {
  let value: unknown = { [key]: { [service]: address } };
  for (const each of path.toReversed()) value = { [each]: value };
  return `${JSON.stringify(value, null, 2)}\n`;
}
