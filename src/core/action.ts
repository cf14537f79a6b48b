import type { Action, Service } from '../services/service.js';
import { nearest } from './nearest.js';
import type { Piece, Pieces } from './parse.js';
import { type Problem, quote, quoteList } from './problem.js';
import { replacePiece } from './reading.js';

/** The action of a shorthand: the one it names, or what the service does without one. */
export function chooseAction(
  head: string,
  service: Service,
  pieces: Pieces,
): { actionName: string | null; action: Action } | Problem {
  const { alone, targets, word } = pieces;
  const name = word?.value.toLowerCase();
  if (word && name !== undefined) {
    const why = own(service.withoutLink, name);
    if (why !== undefined) return noLinkForm(service, name, why);
    const action = own(service.actions, name);
    if (action) {
      return alone ? missingTarget(service, name) : { actionName: name, action };
    }
    // More behind the word than parameters: it stands where an action should.
    const isTarget = alone || targets[0]?.value === word.value;
    if (!isTarget) return unknown(head, service, word);
  }
  if (service.bare) return { actionName: null, action: service.bare };
  return {
    ruleId: 'unknown-action',
    reason: `${service.title} links need an action: ${actionList(service)}`,
  };
}

/** What a table holds under a name of an author, which may be `constructor`. */
export function own<T>(
  table: Readonly<Record<string, T>> | undefined,
  key: string,
): T | undefined {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}

function noLinkForm(service: Service, name: string, why: string): Problem {
  return {
    ruleId: 'no-link-form',
    reason: `No ${service.title} link can express ${quote(name)}: ${why}; use ${actionList(service)}`,
  };
}

/** The problem of a shorthand that names nobody. */
export function missingTarget(service: Service, actionName: string | null): Problem {
  const action = actionName === null ? '' : `${actionName} `;
  return {
    ruleId: 'missing-target',
    reason: `Missing target: write whom to reach, as in ${quote(
      `[[${service.name}:${action}${service.example}]]`,
    )}`,
  };
}

function unknown(head: string, service: Service, word: Piece): Problem {
  const name = word.value.toLowerCase();
  const best = nearest(name, Object.keys(service.actions));
  const reason = `Unknown action ${quote(name)} for ${service.name}`;
  return best
    ? {
        ruleId: 'unknown-action',
        reason: `${reason}; did you mean ${quote(best)}?`,
        heads: [replacePiece(head, word, best)],
      }
    : {
        ruleId: 'unknown-action',
        reason: `${reason}; use ${actionList(service)}, and put \`;\` between people`,
      };
}

function actionList(service: Service): string {
  return quoteList(Object.keys(service.actions));
}
