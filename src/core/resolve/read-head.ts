import type { Service } from '../../services/service.js';
import { own } from '../own.js';
import type { Settings } from '../settings.js';
import { type Pieces, splitHead } from '../shorthand/split-head.js';

/** A head in its pieces, each with its range; not yet held against what its service allows. */
export interface ReadHead extends Pieces {
  head: string;
  /** What the author calls the service, lower case. */
  name: string;
  service: Service;
}

/**
 * Read a head into its service, action, targets and parameters.
 *
 * @param head
 *   What comes between `[[` and `|` or `]]`: `skype:call echo123`.
 * @returns
 *   Nothing where no registered service is named before the first colon.
 */
export function readHead(head: string, { names }: Settings): ReadHead | undefined {
  const name = head.slice(0, head.indexOf(':')).toLowerCase();
  const service = names.get(name);
  if (!service) return undefined;
  const actions = Object.values(service.actions);
  const pieces = splitHead(
    head,
    (word) => own(service.actions, word) !== undefined,
    (key) => actions.some((action) => own(action.parameters, key)),
    actions.find(({ wholeTarget }) => wholeTarget)?.wholeTarget,
  );
  return { head, name, service, ...pieces };
}

/**
 * The same for a head whose service is registered.
 *
 * @throws {Error}
 *   When it is not.
 */
export function readKnownHead(head: string, settings: Settings): ReadHead {
  const read = readHead(head, settings);
  if (!read) throw new Error('Expected the name of a registered service');
  return read;
}
