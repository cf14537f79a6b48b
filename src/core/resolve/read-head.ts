import type { Service } from '../../services/service.js';
import { own } from '../own.js';
import type { Settings } from '../settings.js';
import { type Pieces, splitHead } from '../shorthand/split-head.js';
import type { Pasted } from './read-pasted.js';

/** A head in its pieces, each with its range; not yet checked by what its service allows. */
export interface ReadHead extends Pieces, Pasted {
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
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   The service and the pieces; nothing where no registered service is named before the first colon.
 */
export function readHead(head: string, settings: Settings): ReadHead | undefined {
  const name = head.slice(0, head.indexOf(':')).toLowerCase();
  const service = settings.names.get(name);
  if (!service) return undefined;
  const actions = Object.values(service.actions);
  const whole = actions.find(({ wholeTarget }) => wholeTarget)?.wholeTarget;
  // A link has a colon of its own.
  const mayHaveLink = head.includes(':', name.length + 1);
  const { pastedLinks } = settings;
  let hasLink = false;
  const wholeAt = (place: number): string | undefined => {
    const link = mayHaveLink
      ? pastedLinks?.linkAt(head, place, service, settings)
      : undefined;
    if (link !== undefined) {
      hasLink = true;
      return link;
    }
    if (!whole) return undefined;
    whole.lastIndex = place;
    return whole.exec(head)?.[0];
  };
  const pieces = splitHead(
    head,
    (word) => own(service.actions, word) !== undefined,
    (key) => actions.some((action) => own(action.parameters, key)),
    wholeAt,
  );
  return {
    head,
    name,
    service,
    ...(hasLink && pastedLinks
      ? pastedLinks.readPasted(service, pieces, settings)
      : pieces),
  };
}

/**
 * Read a head whose service is registered.
 *
 * @throws {Error}
 *   When its service is not registered.
 */
export function readKnownHead(head: string, settings: Settings): ReadHead {
  const read = readHead(head, settings);
  if (!read) throw new Error('Expected the name of a registered service');
  return read;
}
