import { type Node, text } from './nodes.js';

/** Characters that stand for emphasis and the like, if they find a partner. */
export interface Marks {
  kind: 'marks';
  character: string;
  start: number;
  end: number;
}

/** A piece of text: marks, or nodes that no mark reaches into. */
export type Piece = Marks | { kind: 'nodes'; nodes: ReadonlyArray<Node> };

/** What marks make of what is between them, by the marks. */
export type Meanings = ReadonlyMap<string, string>;

/** A run of marks, while partners are looked for. */
interface Run extends Marks {
  /** How many marks are left without a partner. */
  left: number;
  opens: boolean;
  closes: boolean;
  /** How many nodes it begins. */
  begun: number;
  /** What it ends, from the inside out. */
  ended: Array<string>;
}

/**
 * Pair marks again: those inside of a shorthand have no partner outside of it, but the engine
 * has given them one.
 *
 * @param pieces
 *   All there is between two brackets, in the order of the source.
 * @returns
 *   The nodes that come of it; marks without a partner are text.
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

/** Find out whether a run can open or close: by its length, and what is on both sides of it. */
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

/** Whether some of its marks can have a partner, and others another one. */
function isEmphasis({ character }: Marks): boolean {
  return character === '*' || character === '_';
}

function findPartners(runs: ReadonlyArray<Run>, meanings: Meanings): void {
  /** What may still be closed. */
  const open: Array<Run> = [];
  /** Below which index there is no partner for a kind of run, so that all is linear. */
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

/** What the rules know of the length of a run. */
function lengthClass(run: Run): number {
  const length = run.end - run.start;
  return isEmphasis(run) ? length % 3 : length;
}

function isPartner(opener: Run, closer: Run): boolean {
  if (opener.character !== closer.character) return false;
  const [left, right] = [lengthClass(opener), lengthClass(closer)];
  if (!isEmphasis(closer)) return left === right;
  // Of a run that could do both, with another that makes a multiple of three, none is.
  return !(opener.closes || closer.opens) || left === 0 || (left + right) % 3 !== 0;
}

function build(parts: ReadonlyArray<Run | ReadonlyArray<Node>>): Array<Node> {
  // The last is the innermost; what a run ends, another has begun.
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
