import { forbiddenInValue } from '../../services/forbidden.js';
import { nearest } from '../findings/nearest.js';
import { type Problem, problem, quote, quoteList } from '../findings/problem.js';
import {
  type ParameterPiece,
  quoteValue,
  replacePiece,
} from '../shorthand/split-head.js';
import { own } from './action.js';
import type { Reading } from './resolve.js';

/** Hold the parameters of a shorthand against those of its action. */
export function checkParameters(reading: Reading): Problem | undefined {
  const given = new Set<string>();
  for (const piece of reading.parameters) {
    const found = checkParameter(reading, piece, given);
    if (found) return found;
  }
  for (const [key, { required }] of Object.entries(reading.action.parameters)) {
    if (required && !given.has(key)) {
      return problem(
        'invalid-parameter',
        `Missing parameter: write ${quote(`${key}="…"`)}`,
      );
    }
  }
  return undefined;
}

function checkParameter(
  { action, head, service, targets }: Reading,
  piece: ParameterPiece,
  given: Set<string>,
): Problem | undefined {
  const { end, key, overrun, start, value } = piece;
  const parameter = own(action.parameters, key);
  const without = head.slice(0, start).trimEnd() + head.slice(end);
  if (!parameter) {
    const known = Object.keys(action.parameters);
    const best = nearest(key, known);
    const unknown = `Unknown parameter ${quote(key)}; `;
    return best
      ? problem(
          'unknown-parameter',
          `${unknown}did you mean ${quote(best)}?`,
          replacePiece(head, { start, end: start + key.length }, best),
        )
      : problem(
          'unknown-parameter',
          unknown + (known.length > 0 ? `use ${quoteList(known)}` : 'leave it out'),
          without,
        );
  }
  if (given.has(key)) {
    return problem('unknown-parameter', `${quote(key)} is given twice`, without);
  }
  given.add(key);
  if (overrun) {
    const text = head.slice(start + key.length + 1, end).replace(/\\?["“”]/g, '');
    const quoted = `${key}=${quoteValue(text)}`;
    return problem(
      'invalid-parameter',
      `A value with spaces or \`;\` is quoted: ${quote(quoted)}`,
      replacePiece(head, piece, quoted),
    );
  }
  if (!value.trim()) {
    return problem('invalid-parameter', `${quote(key)} has no value`, without);
  }
  const forbidden = forbiddenInValue(value);
  if (forbidden) {
    return problem('invalid-parameter', `${quote(key)} cannot hold ${forbidden}`);
  }
  const wrong = parameter.check?.(value);
  if (wrong)
    return problem('invalid-parameter', `Wrong value of ${quote(key)}: ${wrong}`);
  const { fewestTargets = 1 } = parameter;
  return targets.length < fewestTargets
    ? problem(
        'invalid-parameter',
        `${quote(key)} has no effect with fewer than ${fewestTargets} people in ${service.title}`,
        without,
      )
    : undefined;
}
