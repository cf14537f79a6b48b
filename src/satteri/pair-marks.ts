import { type Node, text } from './nodes.js';

/** Characters that stand for emphasis and the like, if they find a partner. */
export interface Marks {
  kind: 'marks';
  character: string;
  start: number;
  end: number;
}

/** A piece of text: marks, or nodes that marks do not reach into. */
export type Piece = Marks | { kind: 'nodes'; nodes: ReadonlyArray<Node> };

/** The types of the nodes that marks make, by the marks. */
export type Meanings = ReadonlyMap<string, string>;

/** A run of marks, while partners are looked for. */
interface Run extends Marks {
  /** How many marks are left without a partner. */
  left: number;
  opens: boolean;
  closes: boolean;
  /** How many nodes it begins. */
  begun: number;
  /** Types of the nodes that it ends, from the inside out. */
  ended: Array<string>;
}

/**
 * Pair marks again: marks inside a shorthand have no partner outside of it, but the engine has
 * given them one.
 *
 * @param pieces
 *   Everything between two brackets, in the order of the source.
 * @param meanings
 *   The types of nodes by their marks.
 * @param source
 *   The document.
 * @returns
 *   The resulting nodes; marks without a partner are text.
 *
 * @see https://spec.commonmark.org/0.31.2/#phase-2-inline-structure
 */
export function pairMarks(
  pieces: ReadonlyArray<Piece>,
  meanings: Meanings,
  source: string,
): Array<Node> {
  const parts: Array<Run | ReadonlyArray<Node>> = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (piece.kind === 'nodes') parts.push(piece.nodes);
    else if (last && 'left' in last && continues(last, piece)) last.end = piece.end;
    else
      parts.push({
        ...piece,
        left: 0,
        opens: false,
        closes: false,
        begun: 0,
        ended: [],
      });
  }
  const runs = parts.filter((part): part is Run => 'left' in part);
  for (const run of runs) classify(run, meanings, source);
  findPartners(runs, meanings);
  return build(parts);
}

function continues(last: Marks, next: Marks): boolean {
  return last.end === next.start && last.character === next.character;
}

const space = /^\s?$/u;
const punctuation = /[\p{P}\p{S}]/u;

/** Find out whether a run can open or close, by its length and the characters around it. */
function classify(run: Run, meanings: Meanings, source: string): void {
  const { character, end, start } = run;
  // Whole characters, which may take two code units.
  const before = [...source.slice(Math.max(start - 2, 0), start)].at(-1) ?? '';
  const after = [...source.slice(end, end + 2)].at(0) ?? '';
  const isOuter = (other: string): boolean =>
    space.test(other) || punctuation.test(other);
  const isLeft = !space.test(after) && (!punctuation.test(after) || isOuter(before));
  const isRight = !space.test(before) && (!punctuation.test(before) || isOuter(after));
  const isInWord = character === '_' && isLeft && isRight;
  const isKnown = isEmphasis(run) || meanings.has(character.repeat(end - start));
  run.left = end - start;
  run.opens = isKnown && isLeft && (!isInWord || punctuation.test(before));
  run.closes = isKnown && isRight && (!isInWord || punctuation.test(after));
}

/** Whether the marks of a run can have different partners. */
function isEmphasis({ character }: Marks): boolean {
  return character === '*' || character === '_';
}

function findPartners(runs: ReadonlyArray<Run>, meanings: Meanings): void {
  /** Runs that may still be closed. */
  const open: Array<Run> = [];
  /** Indexes below which a kind of run has no partner, so that the search is linear. */
  const least = new Map<string, number>();
  for (const run of runs) {
    const kind = `${run.character} ${run.opens} ${lengthClass(run)}`;
    while (run.closes && run.left > 0) {
      const from = least.get(kind) ?? 0;
      const index = open.findLastIndex(
        (opener, place) => place < from || isPartner(opener, run),
      );
      const partner = index < from ? undefined : open[index];
      if (!partner) {
        least.set(kind, open.length);
        break;
      }
      const count = isEmphasis(run) ? Math.min(partner.left, run.left, 2) : run.left;
      partner.begun++;
      run.ended.push(String(meanings.get(run.character.repeat(count))));
      partner.left -= count;
      run.left -= count;
      open.length = partner.left > 0 ? index + 1 : index;
      for (const [key, value] of least) least.set(key, Math.min(value, open.length));
    }
    if (run.opens && run.left > 0) open.push(run);
  }
}

/** Get what matters of the length of a run. */
function lengthClass(run: Run): number {
  const length = run.end - run.start;
  return isEmphasis(run) ? length % 3 : length;
}

function isPartner(opener: Run, closer: Run): boolean {
  if (opener.character !== closer.character) return false;
  const [left, right] = [lengthClass(opener), lengthClass(closer)];
  if (!isEmphasis(closer)) return left === right;
  // If one of the two can both open and close, their lengths must not add up to a multiple of
  // three, unless both are multiples of three.
  return !(opener.closes || closer.opens) || left === 0 || (left + right) % 3 !== 0;
}

function build(parts: ReadonlyArray<Run | ReadonlyArray<Node>>): Array<Node> {
  // The last list is the innermost; whatever a run ends, another one has begun.
  const open: Array<Array<Node>> = [[]];
  const add = (...nodes: ReadonlyArray<Node>): void => {
    open.at(-1)?.push(...nodes);
  };
  for (const part of parts) {
    if (!('left' in part)) {
      add(...part);
      continue;
    }
    for (const type of part.ended) add({ type, children: open.pop() } as Node);
    if (part.left > 0) add(text(part.character.repeat(part.left)));
    for (let count = 0; count < part.begun; count++) open.push([]);
  }
  return open.flat();
}
