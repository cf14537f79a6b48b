import {
  type Action,
  headOf,
  type Range,
  readHead,
  type Service,
  type Settings,
} from 'remark-contact-links/core';

/** What can be written at the cursor in a shorthand; the range is the text that is there now. */
export type Slot = { range: Range } & (
  | { kind: 'service' }
  | { kind: 'action'; service: Service; before: Written }
  | { kind: 'target'; service: Service; before: Written; word: string }
  | { kind: 'parameter'; service: Service; before: Written }
  | {
      kind: 'value';
      service: Service;
      before: Written;
      key: string;
      isQuoted: boolean;
    }
);

/** The part of a head before the cursor. */
export interface Written {
  /** Name of the action; nothing where none is named. */
  action: string | undefined;
  targets: ReadonlyArray<string>;
  /** Keys of parameters. */
  keys: ReadonlyArray<string>;
}

/** A shorthand that is being written. */
export interface Place {
  slot: Slot;
  /** Whether a `]]` ends it already. */
  isClosed: boolean;
}

/** The longest head, in characters: heads are written by hand. */
const longestHead = 8000;

/** The name of a service that is being written. */
const unnamed = /^[\w+.-]*$/;

/** A value that is being written. */
const openValue = /(?<=[\s;])([a-z][\w-]*)=(?:(")((?:[^"]|\\")*)|([^\s;"]*))$/i;

/** The rest of a word after the cursor. */
const restOf = {
  service: /^[\w+.-]*:?/,
  word: /^[^\s;|[\]"=]*/,
  key: /^[^\s;|[\]"=]*=?/,
  quoted: /^[^"|[\]\n\r]*/,
} as const;

/**
 * Find out what can be written at a place of a line.
 *
 * @param line
 *   The line, without its ending.
 * @param offset
 *   The offset of the cursor in the line.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   The place, with ranges in the line; nothing where it is not in the head of a shorthand.
 */
export function placeAt(
  line: string,
  offset: number,
  settings: Settings,
): Place | undefined {
  const before = line.slice(0, offset);
  const start = before.lastIndexOf('[[');
  if (start < 0 || offset - start > longestHead || isEscaped(before, start)) {
    return undefined;
  }
  const head = before.slice(start + 2);
  const after = line.slice(offset);
  const slot = unnamed.test(head)
    ? rangeFrom('service', start + 2, offset, after)
    : slotIn(head, start + 2, after, settings);
  return slot && { slot, isClosed: isClosed(line.slice(slot.range.end)) };
}

function slotIn(
  head: string,
  start: number,
  after: string,
  settings: Settings,
): Slot | undefined {
  // If the head has ended before the cursor, a letter after the cursor is not part of it.
  if (!/^[\w+.-]+:/.test(head)) return undefined;
  if (headOf(`[[${head}x`, settings.names) !== `${head}x`) return undefined;
  const end = start + head.length;
  const value = openValue.exec(head);
  const whole = readHead(head, settings);
  if (!whole) return undefined;
  const { service } = whole;
  // An address may have a part that looks like a parameter.
  const isValue = whole.parameters.some(({ key }) => key === value?.[1]?.toLowerCase());
  if (value && isValue) {
    const [text, key = '', quote, quoted, plain = ''] = value;
    const before = writtenIn(head.slice(0, head.length - text.length), settings);
    const isQuoted = quote !== undefined;
    const from = end - (quoted ?? plain).length;
    const range = {
      start: from,
      end: end + restFor(after, isQuoted ? 'quoted' : 'word'),
    };
    return { kind: 'value', service, before, key: key.toLowerCase(), isQuoted, range };
  }
  const word = /[^\s;]*$/.exec(head)?.[0] ?? '';
  const rest = head.slice(0, head.length - word.length);
  const colon = head.indexOf(':') + 1;
  if (rest.length < colon) {
    // The word is right after the colon.
    const typed = head.slice(colon);
    const before: Written = { action: undefined, targets: [], keys: [] };
    return firstSlot(typed, end, before);
  }
  const before = writtenIn(rest, settings);
  if (rest.slice(colon).trim() === '') return firstSlot(word, end, before);
  const isTarget =
    rest.trimEnd().endsWith(';') || before.targets.length === 0 || word.startsWith('@');
  return isTarget
    ? { kind: 'target', service, before, word, range: wordRange(word, end, 'word') }
    : { kind: 'parameter', service, before, range: wordRange(word, end, 'key') };

  /** Make the slot of the first word, which is an action or a target. */
  function firstSlot(typed: string, at: number, before: Written): Slot {
    const range = wordRange(typed, at, 'word');
    return /^[\w.-]*$/.test(typed)
      ? { kind: 'action', service, before, range }
      : { kind: 'target', service, before, word: typed, range };
  }

  function wordRange(typed: string, at: number, rest: keyof typeof restOf): Range {
    return { start: at - typed.length, end: at + restFor(after, rest) };
  }
}

function writtenIn(head: string, settings: Settings): Written {
  const read = readHead(head, settings);
  if (!read) return { action: undefined, targets: [], keys: [] };
  const { parameters, service, targets, word } = read;
  const name = word?.value.toLowerCase() ?? '';
  const named = Object.hasOwn(service.actions, name) ? name : undefined;
  return {
    action: read.linkAction ?? named,
    targets: targets.flatMap(({ value }) => (value === '' ? [] : [value])),
    keys: parameters.map(({ key }) => key),
  };
}

/** Get the action that a head has so far. */
export function actionOf(service: Service, { action }: Written): Action | undefined {
  return action === undefined ? service.bare : service.actions[action];
}

function rangeFrom(
  kind: 'service',
  start: number,
  offset: number,
  after: string,
): Slot {
  return { kind, range: { start, end: offset + restFor(after, kind) } };
}

function restFor(after: string, kind: keyof typeof restOf): number {
  return restOf[kind].exec(after)?.[0].length ?? 0;
}

/** Whether the text after the cursor ends the shorthand before another one begins. */
function isClosed(after: string): boolean {
  const end = after.indexOf(']]');
  const next = after.indexOf('[[');
  return end >= 0 && (next < 0 || end < next);
}

function isEscaped(text: string, at: number): boolean {
  const [slashes = ''] = /\\*$/.exec(text.slice(0, at)) ?? [];
  return slashes.length % 2 === 1;
}
