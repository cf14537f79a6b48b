import type { Action, Service } from '../../services/service.js';
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
import type { Piece } from '../shorthand/split-head.js';
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
export function chooseAction(read: ReadHead, settings: Settings): Choice | Problem {
  const { head, service, targets, word } = read;
  const { actions, bare, title, withoutLink } = service;
  const names = Object.keys(actions);
  const { linkAction } = read;
  const ofLink = linkAction === undefined ? undefined : own(actions, linkAction);
  if (linkAction !== undefined && ofLink) {
    return { kind: 'choice', actionName: linkAction, action: ofLink };
  }
  if (word) {
    const name = word.value.toLowerCase();
    if (withoutLink?.verbs.test(name)) {
      return problem(
        'no-link-form',
        `No ${title} link can ${quote(word.value)}: ${withoutLink.reason}; use ${quoteList(names)}`,
        word,
      );
    }
    const action = own(actions, name);
    if (action) return { kind: 'choice', actionName: name, action };
    // With a target after it, the word is where an action should be.
    const best = settings.suggester.findMeant(name, names);
    if (
      targets[0]?.value !== word.value &&
      (best || !bare || isTargetAfter(read, word, settings))
    ) {
      const isForSeveral = Object.values(actions).some(({ most = 2 }) => most > 1);
      return unknownName(
        'unknown-action',
        `action ${quote(word.value)} for ${service.name}`,
        word,
        best,
        `use ${quoteList(names)}${isForSeveral ? ', and put `;` between people' : ''}`,
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

/**
 * Whether the first word should be an action: a target comes after it. Where the two together
 * are one target that only needs another spelling, some service has to have such an action.
 */
function isTargetAfter(
  { service, targets }: ReadHead,
  word: Piece,
  settings: Settings,
): boolean {
  // The word is the beginning of the first target, as it is not an action.
  const [{ value } = word] = targets;
  const rest = value.slice(word.value.length).trim();
  if (settings.pastedLinks?.linkAt(rest, 0, service, settings)) return true;
  const results = Object.values(service.actions).map(({ address }) => ({
    ofWhole: address(value),
    ofRest: address(rest),
  }));
  const isAction = (): boolean =>
    [...settings.services.values()].some(({ actions }) =>
      own(actions, word.value.toLowerCase()),
    );
  return (
    results.some(({ ofRest }) => 'address' in ofRest) &&
    (!results.some(({ ofWhole }) => 'instead' in ofWhole) || isAction())
  );
}

/** Make the problem of a shorthand that names nobody. */
export function missingTarget(
  head: string,
  service: Service,
  actionName: string | null,
): Problem {
  const action = actionName === null ? service.bare : own(service.actions, actionName);
  const noun = action?.noun ?? 'person';
  const words = [actionName, action?.example ?? service.example]
    .filter(Boolean)
    .join(' ');
  return problem(
    'missing-target',
    `No ${noun} is named; write one, as in ${quote(`[[${service.name}:${words}]]`)}`,
    wholeOf(head),
  );
}
