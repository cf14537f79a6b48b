import type { ContactLink } from '../contact-link.js';
import { type Problem, problem } from '../findings/problem.js';
import type { Settings } from '../settings.js';
import { chooseAction } from './action.js';
import { attributesOf, scopesOf } from './attributes.js';
import { defaultLabel } from './default-label.js';
import { checkParameters } from './parameters.js';
import { type ReadHead, readKnownHead } from './read-head.js';
import {
  addressTargets,
  adviseTargets,
  cannotReach,
  checkTargets,
  rangeOfTargets,
} from './targets.js';

/**
 * Resolve a head as it is written, even where the site redirects it: to a link, or to the
 * problem that keeps it from being one.
 *
 * @param head
 *   What comes between `[[` and `|` or `]]`: `skype:call echo123`. Its service is registered.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   The link, or the problem.
 * @throws {Error}
 *   When its service is not registered.
 */
export function resolveAsWritten(
  head: string,
  settings: Settings,
): ContactLink | Problem {
  const read = readKnownHead(head, settings);
  if (read.fault) return read.fault;
  const result = resolveRead(read, settings);
  // A suggestion in place of a pasted link could lose what else the link says.
  return read.hasLink && result.kind === 'problem'
    ? { ...result, instead: undefined }
    : result;
}

function resolveRead(read: ReadHead, settings: Settings): ContactLink | Problem {
  const choice = chooseAction(read, settings);
  if (choice.kind === 'problem') return choice;
  const { action, actionName } = choice;
  // Spreading first, or twice, takes several times as long.
  const reading = { action, actionName, ...read };
  const { service } = read;
  const found = checkTargets(reading) ?? checkParameters(reading, settings);
  if (found) return found;
  const people = addressTargets(reading, settings);
  if (people.kind === 'problem') return people;
  const { addresses, names } = people;
  const parameters = Object.fromEntries(
    read.parameters.map(({ key, value }) => [key, value]),
  );
  const conflict = action.conflict?.(addresses, parameters);
  if (conflict) {
    const piece = read.parameters.find(({ key }) => key === conflict.parameter);
    const { known } = people;
    return problem(
      conflict.of,
      known && !piece ? cannotReach(known, conflict.reason) : conflict.reason,
      piece ?? rangeOfTargets(reading),
    );
  }
  const targets = read.targets.map((target) => target.value);
  const url = action.href(addresses, parameters);
  const scopes = scopesOf(url, service.name, actionName);
  return {
    kind: 'link',
    contact: {
      service: service.name,
      ...(read.name === service.name ? {} : { otherName: read.name }),
      action: actionName,
      targets,
      parameters,
      ...(read.hasLink ? { pasted: read.head } : {}),
    },
    service,
    url,
    label: defaultLabel(
      actionName === null ? undefined : action.label,
      service,
      names,
      settings.locale,
    ),
    scopes,
    attributes: attributesOf(settings.attributes, scopes),
    advice: adviseTargets(reading),
  };
}
