import type { Service } from '../../services/service.js';
import { own } from '../own.js';
import type { Settings } from '../settings.js';
import type { Attempt } from './corrections.js';
import type { Finding, TextEdit, Written } from './finding.js';
import type { Problem } from './problem.js';
import { findSlip, type Meant } from './slip.js';

/** Shorthands that work. */
export interface Closed {
  text: string;
  /** Whether the author may have meant something else. */
  isGuess: boolean;
}

/** Works out what an author may have meant by what is wrong. */
export interface Suggester {
  /** Finds the name that somebody meant, of a few. */
  readonly findMeant: (word: string, names: ReadonlyArray<string>) => Meant | undefined;
  /** Finds the name of a contact that somebody meant, who has a service. */
  readonly findName: (
    word: string,
    service: Service,
    contacts: Settings['contacts'],
  ) => string | undefined;
  /**
   * Adds to the finding of a problem what to write instead.
   *
   * @param edit
   *   A change of more than the shorthand that puts it right. Default: none is known.
   */
  readonly complete: (
    finding: Finding,
    problem: Problem,
    written: Written,
    settings: Settings,
    edit: TextEdit | undefined,
  ) => Finding;
  /**
   * Gives shorthands for heads that may be right.
   *
   * @param first
   *   Heads, best first.
   * @param rest
   *   What comes after the head: `]]`, or `|`, a label and `]]`.
   */
  readonly closeHeads: (
    first: ReadonlyArray<Attempt>,
    rest: string,
    settings: Settings,
  ) => Array<Closed>;
}

/** Knows slips of the pen, and suggests no shorthands. */
export const onlySlips: Suggester = {
  findMeant: findSlip,
  findName: (word, service, contacts) =>
    findSlip(word, namesWith(service, contacts))?.name,
  complete: (finding) => finding,
  closeHeads: () => [],
};

/** The names of the contacts that have an address of a service. */
export function namesWith(
  { name: service }: Service,
  contacts: Settings['contacts'],
): Array<string> {
  return Object.keys(contacts).filter((name) => own(contacts, name)?.[service]);
}
