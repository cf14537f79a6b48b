import {
  type Contact,
  goneServices,
  hostOf,
  readGone,
  type Settings,
} from 'remark-contact-links/core';
import { CommandError } from './command-error.js';
import { didYouMean } from './did-you-mean.js';

/** A link that `--from` may mean. */
export interface Candidate {
  /** Where it leads; nothing where an expression of JSX makes the URL. */
  url: string | undefined;
  /** What it says. Default: no service reads it. */
  contact?: Contact;
}

/** The links that move, as `--from` says. */
export type Origin =
  | { kind: 'service'; name: string; action: string | undefined }
  | { kind: 'gone'; name: string; title: string }
  | { kind: 'host'; name: string };

/**
 * Read what `--from` says.
 *
 * @param from
 *   A service or one of its actions, `whatsapp`, `skype:call`; a service that is gone,
 *   `gitter`; or a host, `irc.freenode.net`.
 * @throws {CommandError}
 *   When it is none of these.
 */
export function readOrigin(from: string, { names }: Pick<Settings, 'names'>): Origin {
  const given = from.toLowerCase();
  const [word = '', ...rest] = given.split(':');
  const service = names.get(word);
  const action = rest.length > 0 ? rest.join(':') : undefined;
  if (service && (!action || Object.hasOwn(service.actions, action))) {
    return { kind: 'service', name: service.name, action };
  }
  const gone = goneServices.find(({ name }) => name === given);
  if (gone) return { kind: 'gone', name: gone.name, title: gone.title };
  if (isHostName(given)) return { kind: 'host', name: given };
  const known = [
    ...new Set([...names.keys(), ...goneServices.map(({ name }) => name)]),
  ].sort();
  const list = known.map((name) => `\`${name}\``).join(', ');
  throw new CommandError(
    `Wrong value of \`--from\`: given \`${from}\`${didYouMean(given, known)}; expected ${list}, one of these with an action, or a host`,
  );
}

/** Whether a text is a host of several labels, with or without a port, and so not a service. */
export function isHostName(text: string): boolean {
  return /^[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?$/i.test(text);
}

/** Whether a link is one of those that `--from` means. */
export function isFrom(origin: Origin, { contact, url = '' }: Candidate): boolean {
  if (origin.kind === 'gone') return readGone(url)?.name === origin.name;
  if (origin.kind === 'host') return hostOf(url) === origin.name;
  const { action, name } = origin;
  return (
    contact?.service === name &&
    (action === undefined || action === (contact.action ?? ''))
  );
}
