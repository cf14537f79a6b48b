import { isQuoted } from './scan.js';

/** A piece of a head, and where it stands in it. */
export interface Piece {
  value: string;
  start: number;
  end: number;
}

/** `key=value`: the key in lower case, the value unescaped, the place that of the whole. */
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

/**
 * Split a head into its pieces.
 *
 * @param head
 *   The whole head: `skype:call echo123 topic="Weekly sync"`.
 * @param from
 *   Where its pieces start, behind the colon.
 * @param isAction
 *   Whether a word, in lower case, names an action: it is no target then.
 * @param isParameter
 *   Whether a key, in lower case, names a parameter. Only such a key is one where the
 *   first target should stand: `a=b@example.com` is an address.
 */
export function parsePieces(
  head: string,
  from: number,
  isAction: (word: string) => boolean,
  isParameter: (key: string) => boolean,
): Pieces {
  const targets: Array<Piece> = [];
  const parameters: Array<ParameterPiece> = [];
  const [space = '', value] = match(
    /[ \t]*(?:([a-z][\w.-]*)(?=[ \t]|$))?/iy,
    head,
    from,
  );
  const start = from + space.length;
  const word = value ? { value, start: start - value.length, end: start } : undefined;
  const alone = word !== undefined && !head.slice(start).trim();
  const isFirst = word !== undefined && !alone && isAction(word.value.toLowerCase());
  let position = isFirst ? start : (word?.start ?? start);
  for (const end of segmentEnds(head, position)) {
    parseSegment(head.slice(0, end), position);
    position = end + 1;
  }
  return { word, alone, targets, parameters };

  /** One part between `;`: a target, parameters behind it, or either alone. */
  function parseSegment(text: string, begin: number): void {
    const isBehind = targets.length + parameters.length > 0;
    let index = skipSpace(text, begin);
    const target: Piece = { value: '', start: index, end: index };
    let last: ParameterPiece | undefined;
    while (index < text.length) {
      const [whole = '', name = '', quoted, plain = ''] = match(
        /([a-z][\w-]*)=(?:"(.*?)(?<!\\)"|([^\s;"]*))/iy,
        text,
        index,
      );
      const key = name.toLowerCase();
      if (whole && (isBehind || index > target.start || isParameter(key))) {
        const unescaped = quoted?.replace(/\\(["|])/g, '$1') ?? plain;
        last = { key, value: unescaped, start: index, end: index, overrun: false };
        parameters.push(last);
        index += whole.length;
        last.end = index;
      }
      // Whatever is no parameter belongs to the target, or overruns a value.
      const [rest = ''] = match(/[^ \t]*/y, text, index);
      index += rest.length;
      if (!last) target.end = index;
      else if (rest) Object.assign(last, { end: index, overrun: true });
      index = skipSpace(text, index);
    }
    target.value = text.slice(target.start, target.end);
    if (target.value || !last) targets.push(target);
  }
}

/** The head with other text in the place of one piece. */
export function replacePiece(
  head: string,
  { end, start }: Pick<Piece, 'end' | 'start'>,
  text: string,
): string {
  return head.slice(0, start) + text + head.slice(end);
}

/** Write a value so that it reads back the same: quoted unless it is a plain word. */
export function quoteValue(value: string): string {
  return /^[^\s;"|[\]\\]+$/.test(value) ? value : `"${value.replace(/"/g, '\\"')}"`;
}

/** Where the parts between `;` end; a `;` in a quoted value separates nothing. */
function segmentEnds(head: string, from: number): Array<number> {
  const ends: Array<number> = [];
  let quoted = false;
  for (let index = from; index < head.length; index++) {
    if (!quoted && head[index] === ';') ends.push(index);
    quoted = isQuoted(quoted, head.charCodeAt(index), head.charCodeAt(index - 1));
  }
  return [...ends, head.length];
}

function match(
  pattern: RegExp,
  text: string,
  position: number,
): ReadonlyArray<string | undefined> {
  pattern.lastIndex = position;
  return pattern.exec(text) ?? [];
}

function skipSpace(text: string, position: number): number {
  return position + (match(/[ \t]*/y, text, position)[0] ?? '').length;
}
