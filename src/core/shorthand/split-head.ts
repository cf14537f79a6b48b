/** A piece of a head, and where in the head it is. */
export interface Piece {
  value: string;
  start: number;
  end: number;
}

/** `key=value`: the key in lower case, the value unescaped, and the place of the whole. */
export interface ParameterPiece extends Piece {
  key: string;
  /** Whether the value is followed at once by something else: `topic=a b`. */
  overrun: boolean;
}

/** The pieces of a head, not yet checked by what its service allows. */
export interface Pieces {
  /** The first word, where it could name an action. */
  word: Piece | undefined;
  /** The texts between `;`, trimmed; one of them may be empty. */
  targets: Array<Piece>;
  parameters: Array<ParameterPiece>;
}

/** The service, and the first word, where it could name an action. */
const wordPattern = /^[^:]*:\s*([a-z][\w.-]*(?=\s|$))?/i;

/** `;`, `key=word`, `key="value"`, or any other word. */
const token = /;|([a-z][\w-]*)=(?:"(.*?)(?<!\\)"|([^\s;"]*))|[^\s;]+/gi;

/**
 * Split a head into its pieces.
 *
 * @param head
 *   The whole head: `skype:call echo123 topic="Weekly sync"`.
 * @param isAction
 *   Whether a word, in lower case, names an action, and so is not a target.
 * @param isParameter
 *   Whether a key, in lower case, names a parameter. Before the first target only such a key is
 *   one: `a=b@example.com` is an address.
 * @param wholeAt
 *   Gives the target at a place that is read as it is, `;` and spaces included; nothing where
 *   there is none.
 */
export function splitHead(
  head: string,
  isAction: (word: string) => boolean,
  isParameter: (key: string) => boolean,
  wholeAt: (place: number) => string | undefined,
): Pieces {
  // A head has a colon, so the pattern matches.
  const [before, value] = wordPattern.exec(head) as RegExpExecArray;
  const from = before.length;
  const word = value ? { value, start: from - value.length, end: from } : undefined;
  const start = word && !isAction(word.value.toLowerCase()) ? word.start : from;
  const targets: Array<Piece> = [];
  const parameters: Array<ParameterPiece> = [];
  // What is between two `;`: a target, then parameters, or either alone.
  let target: Piece | undefined;
  let last: ParameterPiece | undefined;
  // The parameter before, wherever it is.
  let latest: ParameterPiece | undefined;

  for (let found = next(start); found; found = next(found.end)) {
    const { end, isWhole, name = '', plain = '', quoted, start: at } = found;
    const key = name.toLowerCase();
    if (isWhole) {
      target = { value: '', start: at, end };
    } else if (head[at] === ';') {
      endSegment(at);
    } else if (key && (target || last || targets.length > 0 || isParameter(key))) {
      const unescaped = quoted?.replace(/\\(["|])/g, '$1') ?? plain;
      last = { key, value: unescaped, start: at, end, overrun: false };
      latest = last;
      parameters.push(last);
    } else if (latest) {
      // A word after a parameter that is not one itself overruns it.
      last = Object.assign(latest, { end, overrun: true });
    } else {
      target = { value: '', start: target?.start ?? at, end };
    }
  }
  endSegment(head.length);
  return { word, targets, parameters };

  /** Find the next token from a place on. */
  function next(from: number) {
    token.lastIndex = from;
    const found = token.exec(head);
    if (!found) return undefined;
    const [text, name, quoted, plain] = found;
    const start = found.index;
    const whole = target || last || latest ? undefined : wholeAt(start);
    const end = start + (whole ?? text).length;
    return { start, end, isWhole: whole !== undefined, name, quoted, plain };
  }

  function endSegment(at: number): void {
    const { end, start } = target ?? { end: at, start: at };
    if (target || !last) targets.push({ value: head.slice(start, end), start, end });
    target = undefined;
    last = undefined;
  }
}

/** Write a value so that it reads back the same: quoted unless it is a plain word. */
export function quoteValue(value: string): string {
  return /^[^\s;"|[\]]*[^\s;"|[\]\\]$/.test(value)
    ? value
    : `"${value.replace(/"/g, '\\"')}"`;
}
