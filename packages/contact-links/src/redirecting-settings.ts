import {
  type Options,
  resolveSettings,
  type Settings,
} from 'remark-contact-links/core';
import { CommandError } from './command-error.js';

/** What `migrate` reports: what stays, and no link for a service that has closed. */
export const migratingOptions = { invalid: 'warn', retired: 'ignore' } as const;

/**
 * Resolve options for `migrate`.
 *
 * @param to
 *   What `--to` says: `shorthand`, a service, or one of its actions.
 * @throws {CommandError}
 *   When links cannot go there.
 */
export function migratingSettings(options: Options, to: string | undefined): Settings {
  const all = { ...options, ...migratingOptions };
  return to === 'shorthand'
    ? resolveSettings({ ...all, redirect: null })
    : redirectingSettings(all, to);
}

/** Where links to services that have closed go when nothing is said. */
const usual = 'teams';

/**
 * Resolve options for links that move to another service.
 *
 * @param to
 *   Where all links to services that have closed go: `teams`, `teams:chat`. Default: where
 *   `redirect` sends them, otherwise to Teams.
 * @throws {CommandError}
 *   When links cannot go there.
 * @throws {TypeError}
 *   When an option is wrong.
 */
export function redirectingSettings(
  options: Options,
  to: string | undefined,
): Settings {
  const { services } = resolveSettings({ ...options, redirect: null });
  if (to !== undefined) checkDestination(to, services);
  const closed = [...services.values()].filter(({ retired }) => retired);
  const all = (destination: string) =>
    Object.fromEntries(closed.map(({ name }) => [name, destination]));
  // The plugin takes keys in any case.
  const given = Object.entries(options.redirect ?? {}).map(
    ([key, destination]) => [key.toLowerCase(), destination] as const,
  );
  const redirect = {
    ...(services.has(usual) ? all(usual) : {}),
    ...Object.fromEntries(given),
    ...(to === undefined ? {} : all(to)),
  };
  return resolveSettings({ ...options, redirect });
}

/** Check where all links are to go: an open service, or one of its actions. */
function checkDestination(to: string, services: Settings['services']): void {
  const [name = '', action] = to.toLowerCase().split(':', 2);
  const open = [...services.values()].filter(({ retired }) => !retired);
  const service = open.find((each) => each.name === name);
  const actions = Object.keys(service?.actions ?? {});
  if (service && (action === undefined || actions.includes(action))) return;
  const allowed = service
    ? [name, ...actions.map((each) => `${name}:${each}`)]
    : open.map((each) => each.name);
  const list = ['shorthand', ...allowed].map((each) => `\`${each}\``).join(', ');
  const more = service ? '' : ', or one with an action, as in `tel:call`';
  throw new CommandError(
    `Wrong value of \`--to\`: given \`${to}\`, allowed ${list}${more}`,
  );
}
