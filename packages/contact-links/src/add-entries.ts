import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

/** Properties to add after those that an object has. */
interface Addition {
  object: Node;
  properties: ReadonlyArray<readonly [name: string, value: unknown]>;
}

/** A text to insert into JSON; everything that is there stays. */
export interface Insertion {
  at: number;
  text: string;
}

/**
 * Add entries to JSON. Where an entry is there already, its properties are added to it.
 *
 * @param text
 *   The JSON.
 * @param entries
 *   Entries by name; one that is there already must not have any of these properties.
 * @returns
 *   The JSON with the entries; the rest stays, byte for byte.
 */
export function addEntries(text: string, entries: ReadonlyMap<string, object>): string {
  let result = '';
  let at = 0;
  for (const insertion of insertionsFor(text, entries, [])) {
    result += text.slice(at, insertion.at) + insertion.text;
    at = insertion.at;
  }
  return result + text.slice(at);
}

/**
 * Make the insertions that add entries to JSON.
 *
 * @param text
 *   The JSON.
 * @param entries
 *   Entries by name; one that is there already must not have any of these properties.
 * @param path
 *   The keys that lead to the object that gets the entries; it may be missing.
 * @returns
 *   Insertions in the order of the text; none where no object can have the entries.
 */
export function insertionsFor(
  text: string,
  entries: ReadonlyMap<string, object>,
  path: ReadonlyArray<string>,
): Array<Insertion> {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const json = text.slice(mark.length);
  const top = parseTree(json);
  const root = top && (path.length > 0 ? findNodeAtLocation(top, [...path]) : top);
  if (!root) {
    const [last] = path.slice(-1);
    return last === undefined
      ? []
      : insertionsFor(
          text,
          new Map([[last, Object.fromEntries(entries)]]),
          path.slice(0, -1),
        );
  }
  if (root.type !== 'object') return [];
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
  const unit = /^[\t ]+/.exec(lineOf(json, top?.children?.[0]?.offset))?.[0] ?? '  ';
  return additions.map((addition) => ({
    at: mark.length + insertionPoint(addition),
    text: insertion(json, addition, unit),
  }));
}

/** Get the offset at which properties are added: after the last one, or after the brace. */
function insertionPoint({ object }: Addition): number {
  const last = object.children?.at(-1);
  return last ? last.offset + last.length : object.offset + 1;
}

/** Write properties in the style of their object. */
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

/** Get the part of a line before an offset. */
function lineOf(text: string, offset = 0): string {
  const start = Math.max(
    text.lastIndexOf('\n', offset),
    text.lastIndexOf('\r', offset),
  );
  return text.slice(start + 1, offset);
}
