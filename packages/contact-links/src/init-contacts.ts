import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { type Node, parseTree } from 'jsonc-parser';
import { CommandError, reasonOf } from './command-error.js';
import { counted } from './counted.js';
import type { Skeleton } from './missing-contacts.js';
import { print } from './printable.js';
import { readContacts } from './project.js';
import { writeFileWhole } from './write-file.js';

/** What the file of a new address book begins with. */
const empty = '{}\n';

/**
 * Add who is missing to an address book; what is in it stays, byte for byte.
 *
 * @throws {CommandError}
 *   When the address book cannot be read or written.
 */
export async function initContacts(
  path: string | undefined,
  skeleton: Skeleton,
  cwd: string,
): Promise<void> {
  if (path === undefined) {
    throw new CommandError(
      '`--init-contacts` needs `--contacts` with the file to write',
    );
  }
  const place = resolve(cwd, path);
  const isThere = existsSync(place);
  const contacts = isThere ? readContacts(path, cwd) : {};
  const missing = Object.entries(skeleton);
  const additions = missing.flatMap(([name, entry]) => {
    const known = contacts[name] ?? {};
    const added = Object.entries(entry).filter(([key]) => !Object.hasOwn(known, key));
    return added.length > 0 ? [[name, Object.fromEntries(added)] as const] : [];
  });
  if (additions.length > 0) {
    const text = isThere ? readFileSync(place, 'utf8') : empty;
    await writeFileWhole(place, addEntries(text, new Map(additions))).catch((error) => {
      throw new CommandError(`Cannot write address book: ${reasonOf(error)}`);
    });
    const amount = counted(additions.length, 'entry', 'entries');
    print(process.stderr, `Wrote ${amount} to fill in to ${path}\n`);
  } else {
    const amount = counted(missing.length, 'entry', 'entries');
    const rest = missing.length > 0 ? `; ${path} has ${amount} to fill in` : '';
    print(process.stderr, `Nobody is missing${rest}\n`);
  }
}

/** Properties to add behind those that an object has. */
interface Addition {
  object: Node;
  properties: ReadonlyArray<readonly [name: string, value: unknown]>;
}

/** Add entries to JSON, or what they have to those that are there. */
function addEntries(text: string, entries: ReadonlyMap<string, object>): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const json = text.slice(mark.length);
  const root = parseTree(json);
  if (!root) return text;
  // As in JSON.parse, the last of several properties of a name counts.
  const objects = new Map<unknown, Node>();
  for (const { children: [key, value] = [] } of root.children ?? []) {
    if (value?.type === 'object') objects.set(key?.value, value);
    else objects.delete(key?.value);
  }
  const additions: Array<Addition> = [];
  for (const [name, object] of objects) {
    const added = entries.get(String(name));
    if (added) additions.push({ object, properties: Object.entries(added) });
  }
  const fresh = [...entries].filter(([name]) => !objects.has(name));
  if (fresh.length > 0) additions.push({ object: root, properties: fresh });
  additions.sort((left, right) => insertionPoint(left) - insertionPoint(right));
  const unit = /^[\t ]+/.exec(lineOf(json, root.children?.[0]?.offset))?.[0] ?? '  ';
  let result = mark;
  let at = 0;
  for (const addition of additions) {
    const next = insertionPoint(addition);
    result += json.slice(at, next) + insertion(json, addition, unit);
    at = next;
  }
  return result + json.slice(at);
}

/** Where properties are added: behind the last, or behind the brace. */
function insertionPoint({ object }: Addition): number {
  const last = object.children?.at(-1);
  return last ? last.offset + last.length : object.offset + 1;
}

/** What is added to an object, written as the object is. */
function insertion(
  json: string,
  { object, properties }: Addition,
  unit: string,
): string {
  const { children: [first] = [], length, offset } = object;
  const source = json.slice(offset, offset + length);
  const isOneLine = first
    ? !/[\n\r]/.test(json.slice(offset, first.offset))
    : object.parent !== undefined;
  const comma = first ? ',' : '';
  if (isOneLine) {
    const list = properties.map(([name, value]) => {
      const members = JSON.stringify(value, null, 1).replace(/\n */g, ' ');
      return `${JSON.stringify(name)}: ${members.replace(/^\{ | \}$/g, trim)}`;
    });
    return `${comma}${first ? ' ' : ''}${list.join(', ')}`;
  }
  const lineEnding = /\r?\n|\r/.exec(json)?.[0] ?? '\n';
  const indent = first ? (/^[\t ]*/.exec(lineOf(json, first.offset))?.[0] ?? '') : unit;
  const list = properties.map(([name, value]) => {
    const lines = JSON.stringify(value, null, unit).replaceAll('\n', `\n${indent}`);
    return `\n${indent}${JSON.stringify(name)}: ${lines}`;
  });
  const end = first || /[\n\r]/.test(source) ? '' : '\n';
  return `${comma}${list.join(',')}${end}`.replaceAll('\n', lineEnding);
}

function trim(text: string): string {
  return text.trim();
}

/** The line that an offset is in. */
function lineOf(text: string, offset = 0): string {
  const start = Math.max(
    text.lastIndexOf('\n', offset),
    text.lastIndexOf('\r', offset),
  );
  return text.slice(start + 1, offset);
}
