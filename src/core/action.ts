import type { Action, Service } from '../services/service.js';
import { nearest } from './nearest.js';
import type { Pieces } from './parse.js';
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
    if (action) return alone ? missing(service, name) : { actionName: name, action };
    // More behind the word than parameters: it stands where an action should.
    const isTarget = alone || targets[0]?.value === word.value;
    if (!isTarget) return unknown(head, service, pieces, name);
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

function missing(service: Service, name: string): Problem {
  const { example } = service;
  return {
    ruleId: 'missing-target',
    reason: `Missing target: write whom to reach behind ${quote(name)}, as in ${quote(
      `[[${service.name}:${name} ${example}]]`,
    )}`,
  };
}

function unknown(
  head: string,
  service: Service,
  pieces: Pieces,
  name: string,
): Problem {
  const { word, targets } = pieces;
  const best = nearest(name, Object.keys(service.actions));
  const heads: Array<string> = [];
  const [first] = targets;
  if (word && best) {
    heads.push(replacePiece(head, word, best));
  } else if (first) {
    // The word may be the first of several people with no `;` between them.
    heads.push(replacePiece(head, first, first.value.split(/[\s,]+/).join(';')));
  }
  return {
    ruleId: 'unknown-action',
    reason: `Unknown action ${quote(name)} for ${service.name}; ${
      best ? `did you mean ${quote(best)}?` : `use ${actionList(service)}`
    }`,
    heads,
  };
}

function actionList(service: Service): string {
  return quoteList(Object.keys(service.actions));
}
