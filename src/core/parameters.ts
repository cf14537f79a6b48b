import { forbiddenInValue } from '../services/characters.js';
import { own } from './action.js';
import { nearest } from './nearest.js';
import { type ParameterPiece, quoteValue } from './parse.js';
import { type Problem, quote, quoteList } from './problem.js';
import { type Reading, removePiece, replacePiece, titleOf } from './reading.js';

/** Hold the parameters of a shorthand against those of its action. */
export function checkParameters(reading: Reading): Problem | undefined {
  const given = new Set<string>();
  for (const piece of reading.parameters) {
    const key = piece.key.toLowerCase();
    const problem = given.has(key)
      ? twice(reading, piece, key)
      : (checkKey(reading, piece, key) ?? checkValue(reading, piece, key));
    if (problem) return problem;
    given.add(key);
  }
  return undefined;
}

/** Find a parameter that does nothing with so few targets. */
export function checkEffect(reading: Reading): Problem | undefined {
  for (const piece of reading.parameters) {
    const key = piece.key.toLowerCase();
    const fewest = own(reading.action.parameters, key)?.fewestTargets ?? 1;
    if (reading.targets.length < fewest) {
      return {
        ruleId: 'invalid-parameter',
        reason: `${quote(key)} has no effect on a ${titleOf(reading)} with fewer than ${fewest} people; leave it out`,
        heads: [removePiece(reading.head, piece)],
      };
    }
  }
  return undefined;
}

function twice(reading: Reading, piece: ParameterPiece, key: string): Problem {
  return {
    ruleId: 'unknown-parameter',
    reason: `Parameter ${quote(key)} is given twice; keep one`,
    heads: [removePiece(reading.head, piece)],
  };
}

function checkKey(
  reading: Reading,
  piece: ParameterPiece,
  key: string,
): Problem | undefined {
  const { action, head } = reading;
  if (own(action.parameters, key)) return undefined;
  const known = Object.keys(action.parameters);
  const best = nearest(key, known);
  const start = `Unknown parameter ${quote(key)} for ${titleOf(reading)}`;
  if (best) {
    const end = piece.start + piece.key.length;
    return {
      ruleId: 'unknown-parameter',
      reason: `${start}; did you mean ${quote(best)}?`,
      heads: [replacePiece(head, { start: piece.start, end }, best)],
    };
  }
  return {
    ruleId: 'unknown-parameter',
    reason: `${start}, which ${known.length > 0 ? `knows ${quoteList(known)}` : 'has none'}`,
    heads: [removePiece(head, piece)],
  };
}

function checkValue(
  reading: Reading,
  piece: ParameterPiece,
  key: string,
): Problem | undefined {
  const start = `The value of ${quote(key)}`;
  if (piece.overrun) {
    const value = reading.head
      .slice(piece.start + piece.key.length + 1, piece.end)
      .replace(/"/g, '');
    return {
      ruleId: 'invalid-parameter',
      reason: `${start} goes on behind its end; a value with spaces is quoted: ${quote(
        `${key}=${quoteValue(value)}`,
      )}`,
      heads: [replacePiece(reading.head, piece, `${key}=${quoteValue(value)}`)],
    };
  }
  if (!piece.value.trim()) {
    return {
      ruleId: 'invalid-parameter',
      reason: `${start} is empty; write one or leave the parameter out`,
      heads: [removePiece(reading.head, piece)],
    };
  }
  const forbidden = forbiddenInValue(piece.value);
  if (forbidden) {
    return {
      ruleId: 'invalid-parameter',
      reason: `${start} holds ${forbidden}, which no link may carry`,
    };
  }
  return undefined;
}
