import { closestMatch } from 'leven';
import type { Service } from '../../services/service.js';
import { own } from '../own.js';
import type { Settings } from '../settings.js';

/** A word of more characters is not a slip of the pen. */
export const longest = 32;

/**
 * Find the name that somebody most likely meant.
 *
 * @param word
 *   What they wrote.
 * @param names
 *   The names to choose from.
 * @returns
 *   The nearest name, if it is within one edit for every three letters; nothing for a word of
 *   more than 32 characters.
 */
export function nearest(
  word: string,
  names: ReadonlyArray<string>,
): string | undefined {
  if (word.length > longest) return undefined;
  const most = Math.ceil(word.length / 3);
  // The library takes a name that is farther than `maxDistance` for one just as far.
  const byLower = new Map(names.map((name) => [name.toLowerCase(), name]));
  const near = [...byLower.keys()].filter(
    (name) => Math.abs(name.length - word.length) <= most,
  );
  const best = closestMatch(word.toLowerCase(), near, { maxDistance: most });
  return best === undefined ? undefined : byLower.get(best);
}

/**
 * Whether a word is one insertion, deletion, substitution or swap of neighbors away from a
 * name.
 */
export function isNear(word: string, name: string): boolean {
  if (Math.abs(word.length - name.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === name[at]) at++;
  return (
    word.slice(at + 1) === name.slice(at + 1) ||
    word.slice(at + 1) === name.slice(at) ||
    word.slice(at) === name.slice(at + 1) ||
    (word[at] === name[at + 1] &&
      word[at + 1] === name[at] &&
      word.slice(at + 2) === name.slice(at + 2))
  );
}

/** The name that somebody most likely meant. */
export interface Meant {
  name: string;
  /** Whether it is not the only one that is a slip of the pen away. */
  isGuess: boolean;
}

/**
 * Find the name that somebody meant.
 *
 * @param word
 *   What they wrote.
 * @param names
 *   The names to choose from.
 * @returns
 *   The only name that is a slip of the pen away; otherwise the nearest one, if any is near.
 */
export function findMeant(
  word: string,
  names: ReadonlyArray<string>,
): Meant | undefined {
  const [slip, ...others] = names.filter((name) =>
    isNear(word.toLowerCase(), name.toLowerCase()),
  );
  if (slip !== undefined && others.length === 0) return { name: slip, isGuess: false };
  const name = nearest(word, names);
  return name === undefined ? undefined : { name, isGuess: true };
}

/** The names of the contacts that have an address of a service. */
export function namesWith(
  { name: service }: Service,
  contacts: Settings['contacts'],
): Array<string> {
  return Object.keys(contacts).filter((name) => own(contacts, name)?.[service]);
}

/** Find the name in an address book that an author most likely meant. */
export const findNearestName: NonNullable<Settings['findName']> = (
  word,
  service,
  contacts,
) => nearest(word, namesWith(service, contacts));
