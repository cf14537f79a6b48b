import { isQuoted } from './scan.js';

/** A piece of a head, and where it stands in it. */
export interface Piece {
  value: string;
  start: number;
  end: number;
}

/** `key=value`: the value unescaped, the place that of the whole. */
export interface ParameterPiece extends Piece {
  key: string;
  /** Whether the value is followed at once by something else: `topic=a b`. */
  overrun: boolean;
}

/** The pieces of a head, not yet held against what its service allows. */
export interface Pieces {
  /** The first word, where it could name an action. */
  word: Piece | undefined;
  /** Whether that word is all there is. */
  alone: boolean;
  /** Between `;`, trimmed; the value is empty where there is nothing. */
  targets: Array<Piece>;
  parameters: Array<ParameterPiece>;
}

/** What has to be known of a service to tell its pieces apart. */
export interface Vocabulary {
  /** Whether a word, in lower case, names an action: it is no target then. */
  isAction: (word: string) => boolean;
  /**
   * Whether a key, in lower case, names a parameter. Only such a key is one where the
   * first target should stand: `a=b@example.com` is an address.
   */
  isParameter: (key: string) => boolean;
}

/** `key=word` or `key="value"`. */
const parameter = /([a-z][\w-]*)=(?:"(.*?)(?<!\\)"|([^\s;"]*))/iy;
/** What can name an action. */
const firstWord = /([a-z][\w.-]*)(?=[ \t]|$)/iy;
const space = /[ \t]*/y;
const word = /[^ \t]+/y;

/**
 * Split a head into its pieces.
 *
 * @param head
 *   The whole head: `skype:call echo123 topic="Weekly sync"`.
 * @param from
 *   Where its pieces start, behind the colon.
 */
export function parsePieces(
  head: string,
  from: number,
  vocabulary: Vocabulary,
): Pieces {
  const start = endOf(space, head, from);
  const value = match(firstWord, head, start)?.[1];
  const first = value ? { value, start, end: start + value.length } : undefined;
  const behind = endOf(space, head, first?.end ?? start);
  const alone = first !== undefined && behind === head.length;
  const isAction =
    first !== undefined && !alone && vocabulary.isAction(first.value.toLowerCase());
  const pieces: Pieces = { word: first, alone, targets: [], parameters: [] };
  let position = isAction ? behind : start;
  for (const end of segmentEnds(head, position)) {
    const isFirst = pieces.targets.length + pieces.parameters.length === 0;
    parseSegment(head, position, end, pieces, (key) =>
      isFirst ? vocabulary.isParameter(key.toLowerCase()) : true,
    );
    position = end + 1;
  }
  return pieces;
}

/** Write a value so that it reads back the same: quoted unless it is a plain word. */
export function quoteValue(value: string): string {
  return /^[^\s;"|[\]\\]+$/.test(value) ? value : `"${value.replace(/"/g, '\\"')}"`;
}

/** Where the parts between `;` end; a `;` in a quoted value separates nothing. */
function* segmentEnds(head: string, from: number): Generator<number, undefined> {
  let quoted = false;
  for (let index = from; index < head.length; index++) {
    if (!quoted && head[index] === ';') yield index;
    quoted = isQuoted(quoted, head.charCodeAt(index), head.charCodeAt(index - 1));
  }
  yield head.length;
}

/** One part between `;`: a target, parameters behind it, or either alone. */
function parseSegment(
  head: string,
  from: number,
  end: number,
  pieces: Pieces,
  startsWithParameter: (key: string) => boolean,
): void {
  const text = head.slice(0, end);
  const start = endOf(space, text, from);
  let position = start;
  let targetEnd = start;
  let last: ParameterPiece | undefined;

  while (position < end) {
    const found = match(parameter, text, position);
    const [whole = '', key = '', quoted, plain = ''] = found ?? [];
    if (found && (position > start || startsWithParameter(key))) {
      const stop = position + whole.length;
      const value = quoted === undefined ? plain : quoted.replace(/\\(["|])/g, '$1');
      last = { key, value, start: position, end: stop, overrun: false };
      pieces.parameters.push(last);
      position = stop;
    }
    // Whatever is no parameter belongs to the target, or overruns a value.
    const stop = endOf(word, text, position);
    if (last && stop > position) {
      last.overrun = true;
      last.end = stop;
    } else if (!last) {
      targetEnd = stop;
    }
    position = endOf(space, text, stop);
  }

  const target = { value: text.slice(start, targetEnd), start, end: targetEnd };
  if (target.value || !last) pieces.targets.push(target);
}

function match(
  pattern: RegExp,
  text: string,
  position: number,
): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text) ?? undefined;
}

function endOf(pattern: RegExp, text: string, position: number): number {
  return position + (match(pattern, text, position)?.[0].length ?? 0);
}
