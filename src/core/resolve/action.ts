import type { Action, Service } from '../../services/service.js';
import { nearest } from '../findings/nearest.js';
import {
  type Problem,
  problem,
  quote,
  quoteList,
  wholeOf,
} from '../findings/problem.js';
import { own } from '../own.js';
import { replacePiece } from '../shorthand/split-head.js';
import type { ReadHead } from './read-head.js';

/** The action of a shorthand: the one it names, or what the service does without one. */
export interface Choice {
  kind: 'choice';
  /** `null` where the author named none. */
  actionName: string | null;
  action: Action;
}

/** A head that has been read, with its action. */
export interface Reading extends ReadHead, Omit<Choice, 'kind'> {}

/** Find out which action a shorthand asks for. */
export function chooseAction({
  head,
  service,
  targets,
  word,
}: ReadHead): Choice | Problem {
  const { actions, bare, title, withoutLink } = service;
  const names = Object.keys(actions);
  if (word) {
    const name = word.value.toLowerCase();
    if (withoutLink?.verbs.test(name)) {
      return problem(
        'no-link-form',
        `No ${title} link can ${quote(name)}: ${withoutLink.reason}; use ${quoteList(names)}`,
        word,
      );
    }
    const action = own(actions, name);
    if (action) return { kind: 'choice', actionName: name, action };
    // With more behind it than parameters, the word stands where an action should.
    if (targets[0]?.value !== word.value) {
      const best = nearest(name, names);
      const isForSeveral = Object.values(actions).some(({ most = 2 }) => most > 1);
      const unknown = `Unknown action ${quote(name)} for ${service.name}; `;
      return best
        ? problem(
            'unknown-action',
            `${unknown}did you mean ${quote(best)}?`,
            word,
            replacePiece(head, word, best),
          )
        : problem(
            'unknown-action',
            `${unknown}use ${quoteList(names)}${isForSeveral ? ', and `;` between people' : ''}`,
            word,
          );
    }
  }
  if (bare) return { kind: 'choice', actionName: null, action: bare };
  const [first = ''] = names;
  return targets.every((target) => !target.value)
    ? missingTarget(head, service, first)
    : problem(
        'unknown-action',
        `${title} links need an action; use ${quoteList(names)}`,
        wholeOf(head),
      );
}

/** The problem of a shorthand that names nobody. */
export function missingTarget(
  head: string,
  service: Service,
  actionName: string | null,
): Problem {
  const action = actionName === null ? undefined : own(service.actions, actionName);
  const words = [actionName, action?.example ?? service.example]
    .filter(Boolean)
    .join(' ');
  return problem(
    'missing-target',
    `Missing target: write whom to reach, as in ${quote(`[[${service.name}:${words}]]`)}`,
    wholeOf(head),
  );
}
