import { modify, type Node } from 'jsonc-parser';
import type { Range } from 'remark-contact-links/core';
import type { Fix } from '../page/page.js';
import { rangeOf, readJson, valueAt } from './json.js';

/** Where the people are in a JSON file: at its top, or under some keys. */
export type BookPath = ReadonlyArray<string>;

/** The people of an address book, and where their names are. */
export interface Entry {
  key: string;
  /** Where the name is, without quotes. */
  range: Range;
  /** The name and what is said of them. */
  whole: Range;
}

/** Find the people of an address book. */
export function entriesIn(text: string, path: BookPath): Array<Entry> {
  const { root } = readJson(text);
  const book = root && (path.length > 0 ? valueAt(root, path) : root);
  return (book?.type === 'object' ? (book.children ?? []) : []).flatMap((property) => {
    const [key] = property.children ?? [];
    return key ? [entryOf(key, property)] : [];
  });
}

function entryOf(key: Node, property: Node): Entry {
  const { end, start } = rangeOf(key);
  return {
    key: String(key.value),
    range: { start: start + 1, end: end - 1 },
    whole: rangeOf(property),
  };
}

/** What is to be written to add a value to JSON, which is written as the rest is. */
export function additionTo(
  text: string,
  path: ReadonlyArray<string>,
  value: unknown,
): Array<Fix> {
  const [indent = '  '] = /^[\t ]+(?=\S)/m.exec(text) ?? [];
  const edits = modify(text, [...path], value, {
    formattingOptions: {
      insertSpaces: !indent.startsWith('\t'),
      tabSize: indent.length,
      eol: /\r?\n/.exec(text)?.[0] ?? '\n',
    },
  });
  return edits.map(({ content, length, offset }) => ({
    range: { start: offset, end: offset + length },
    text: content,
  }));
}
