import { forbiddenInValue } from '../../services/forbidden.js';
import {
  type Problem,
  problem,
  quote,
  quoteList,
  unknownName,
  wholeOf,
} from '../findings/problem.js';
import { own } from '../own.js';
import type { Settings } from '../settings.js';
import type { ParameterPiece } from '../shorthand/split-head.js';
import type { Reading } from './action.js';

/** Find what is wrong with the parameters of a shorthand, given those of its action. */
export function checkParameters(
  reading: Reading,
  settings: Settings,
): Problem | undefined {
  const given = new Map<string, string>();
  for (const piece of reading.parameters) {
    const found = checkParameter(reading, piece, given, settings);
    if (found) return found;
    given.set(piece.key, piece.value);
  }
  for (const [key, { required }] of Object.entries(reading.action.parameters)) {
    if (required && !given.has(key)) {
      return problem(
        'invalid-parameter',
        `Missing parameter: write ${quote(`${key}="…"`)}`,
        wholeOf(reading.head),
      );
    }
  }
  return undefined;
}

/**
 * Find what is wrong with one parameter.
 *
 * @param given
 *   Values of the parameters before it, by name.
 */
function checkParameter(
  reading: Reading,
  piece: ParameterPiece,
  given: ReadonlyMap<string, string>,
  { suggester }: Settings,
): Problem | undefined {
  const { action, head, service, targets } = reading;
  const { end, key, overrun, start, value } = piece;
  const parameter = own(action.parameters, key);
  const range = { start: start + key.length + 1, end };
  const wrong = (reason: string): Problem =>
    problem('invalid-parameter', reason, range);
  if (!parameter) return unknownParameter(reading, piece, suggester);
  const before = given.get(key);
  if (before !== undefined) {
    return problem(
      'unknown-parameter',
      `${quote(key)} is given twice`,
      piece,
      before === value ? '' : undefined,
    );
  }
  if (overrun) return wrong(reasonToQuote(head.slice(range.start, end)));
  if (!value.trim()) {
    return problem('invalid-parameter', `${quote(key)} has no value`, piece, '');
  }
  const forbidden = forbiddenInValue(value);
  if (forbidden) return wrong(`${quote(key)} cannot contain ${forbidden}`);
  const reason = parameter.check?.(value);
  if (reason) return wrong(`Wrong value of ${quote(key)}: ${reason}`);
  const { fewestTargets = 1 } = parameter;
  return targets.length < fewestTargets
    ? wrong(
        `${quote(key)} has no effect with fewer than ${fewestTargets} people in ${service.title}; leave it out`,
      )
    : undefined;
}

/** Say why a value does not end where it should. */
function reasonToQuote(value: string): string {
  if (value.startsWith('"')) return 'Write `\\"` for a quote in a value';
  return /^[“„«'‘]/.test(value)
    ? 'Put straight quotes, `"`, around a value'
    : 'Quote a value that has spaces or `;`';
}

/** Make the problem of an unknown key; the name that was meant is suggested for its value. */
function unknownParameter(
  { action, parameters: pieces }: Reading,
  { key, start }: ParameterPiece,
  { findMeant }: Settings['suggester'],
): Problem {
  const { parameters } = action;
  const known = Object.keys(parameters);
  const other = known.find((name) => parameters[name]?.otherNames?.includes(key));
  const meant =
    other === undefined ? findMeant(key, known) : { name: other, isGuess: false };
  const range = { start, end: start + key.length };
  const name = `parameter ${quote(key)}`;
  if (meant && pieces.some((piece) => piece.key === meant.name)) {
    const reason = `Unknown ${name}; there is ${quote(meant.name)} already`;
    return problem('unknown-parameter', reason, range);
  }
  const list =
    known.length > 0 ? `use ${quoteList(known)}` : 'this link takes no parameters';
  return unknownName('unknown-parameter', name, range, meant, list);
}
