import type { Settings } from '../settings.js';
import { closeHeads } from './close-heads.js';
import type { Range } from './problem.js';
import type { Closed } from './suggester.js';

/** A link with shorthands in its text; all offsets are in the document. */
export interface OuterLink extends Range {
  /** Where its text ends, which begins after its first bracket. */
  textEnd: number;
}

/** A shorthand, and where in the document it is. */
export interface PlacedShorthand {
  start: number;
  /** The whole, from `[[` to `]]`. */
  source: string;
  /** What comes after its `[[`. */
  head: string;
}

/** No more shorthands are moved: the message of each has the text of all. */
const most = 10;

/** Marks that come right after what they belong to. */
const trailing = /^[.,:;!?]/;

/**
 * Move shorthands out of the text of a link, to the place after it.
 *
 * @param shorthands
 *   All that are in the link, in their order.
 * @param document
 *   The source of all.
 * @returns
 *   What to write in place of the whole link; nothing where the shorthands do not become
 *   links, where no text of the link would be left, or where the text around them would mean
 *   something else.
 */
export function moveOut(
  { end, start, textEnd }: OuterLink,
  shorthands: ReadonlyArray<PlacedShorthand>,
  document: string,
  settings: Settings,
): Closed | undefined {
  // A document may have been changed since, and what follows a bracket can belong to it.
  if (document[start] !== '[' || document[textEnd] !== ']') return undefined;
  if (/[([]/.test(document.charAt(end)) || shorthands.length > most) return undefined;
  let text = document.slice(start + 1, textEnd);
  const moved: Array<Closed> = [];
  for (const { head, source, start: at } of shorthands.toReversed()) {
    const from = at - start - 1;
    if (!text.startsWith(source, from)) return undefined;
    const left = takeOut(text.slice(0, from), text.slice(from + source.length));
    const attempt = { heads: [head], isGuess: false };
    const [right, other] = closeHeads(
      [attempt],
      source.slice(2 + head.length),
      settings,
    );
    if (left === undefined || !right || other) return undefined;
    text = left;
    moved.unshift(right);
  }
  // What is left must be read, and not as a footnote or as another bracket.
  if (!/[\p{L}\p{N}\p{S}]/u.test(text) || /^[\^[]/.test(text)) return undefined;
  const link = `[${text}${document.slice(textEnd, end)}`;
  return {
    text: [link, ...moved.map((each) => each.text)].join(' '),
    isGuess: moved.some(({ isGuess }) => isGuess),
  };
}

/** A backslash that escapes what comes next. */
const escaping = /(?<!\\)(?:\\\\)*\\$/;

/**
 * Join what was before and after a shorthand.
 *
 * @returns
 *   The text, with no more white space than is needed; nothing where its meaning could change:
 *   where the shorthand is in quotes or emphasis, in a word, after a backslash, in a list
 *   of several, or first on its line, where markers may be before it and what follows may be
 *   taken for one.
 */
function takeOut(before: string, after: string): string | undefined {
  const head = before.replace(/(?<![ \t])[ \t]+$/, '');
  const tail = after.replace(/^[ \t]+/, '');
  if (/[\r\n][\s>]*$/.test(before) || escaping.test(head)) return undefined;
  if (head === '') return /^[\r\n]/.test(tail) ? undefined : tail;
  if (tail === '') return head;
  // White space at the end of a line can be a line break.
  if (/^[\r\n]/.test(tail)) return head + after;
  if (tail.startsWith(',')) return undefined;
  if (trailing.test(after)) return head + after;
  const hasSpaceBefore = head.length < before.length;
  const hasSpaceAfter = tail.length < after.length;
  return hasSpaceBefore && hasSpaceAfter ? `${head} ${tail}` : undefined;
}
