import {
  type Options,
  resolveSettings,
  type Service,
  type Settings,
} from 'remark-contact-links/core';
import type { Arguments } from './arguments.js';
import { CommandError } from './command-error.js';
import { isHostName, type Origin, readOrigin } from './origin.js';

/** Options for `migrate`, which reports only what cannot move. */
export const migratingOptions = { invalid: 'warn', retired: 'ignore' } as const;

/** Which links move, and where to. */
export interface Move {
  settings: Settings;
  /** Which links move. Default: those of all services that are redirected. */
  origin: Origin | undefined;
}

/** Where links go, as option `redirect` says. */
type Redirect = NonNullable<Options['redirect']>;

/**
 * Find out which links `migrate` moves, and where to.
 *
 * @param args
 *   `from` is a service, one that is gone, or a host; `to` is `shorthand`, a service, or a host.
 * @throws {CommandError}
 *   When links cannot go there.
 */
export function readMove(
  options: Options,
  { from, to: given }: Pick<Arguments, 'from' | 'to'>,
): Move {
  const all = { ...options, ...migratingOptions };
  const plain = resolveSettings({ ...all, redirect: null });
  const to = given && withOwnName(given, plain);
  const origin = from === undefined ? undefined : readOrigin(from, plain);
  if (to === 'shorthand') return { settings: plain, origin };
  if (!origin) return { settings: redirectingSettings(all, to), origin };
  const redirect = redirectFrom(
    origin,
    { from: String(from), to },
    givenIn(all, plain),
    plain,
  );
  return { settings: resolveSettings({ ...all, redirect }), origin };
}

/** Where links to services that have closed go by default. */
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
  const plain = resolveSettings({ ...options, redirect: null });
  const { services } = plain;
  if (to !== undefined) checkDestination(to, services);
  const closed = [...services.values()].filter(({ retired }) => retired);
  const redirect = {
    ...(services.has(usual) ? toAll(closed, usual) : {}),
    ...givenIn(options, plain),
    ...(to === undefined ? {} : toAll(closed, to)),
  };
  return resolveSettings({ ...options, redirect });
}

/** Redirect all links of services to one place. */
function toAll(services: ReadonlyArray<Service>, to: string): Redirect {
  return Object.fromEntries(services.map(({ name }) => [name, to])) as Redirect;
}

/** Get option `redirect` of the configuration, with the services' own names in lower case. */
function givenIn({ redirect }: Options, settings: Settings): Redirect {
  return Object.fromEntries(
    Object.entries(redirect ?? {}).map(([key, value]) => [
      withOwnName(key.toLowerCase(), settings),
      value,
    ]),
  ) as Redirect;
}

/** A service, or one with an action, by its own name: `mailto` for `mail`. */
function withOwnName(given: string, { names }: Settings): string {
  const [name = '', ...action] = given.split(':');
  return [names.get(name.toLowerCase())?.name ?? name, ...action].join(':');
}

/** Make option `redirect` for the links of `--from`. */
function redirectFrom(
  origin: Origin,
  { from, to }: { from: string; to: string | undefined },
  given: Redirect,
  { services }: Settings,
): Redirect {
  const { hosts = {}, links = {} } = given as Pick<Redirect, 'hosts' | 'links'>;
  const tables = { hosts, links };
  if (origin.kind === 'host' && to !== undefined && isHostName(to)) {
    return { ...tables, hosts: { ...hosts, [origin.name]: to } };
  }
  if (to !== undefined) checkDestination(to, services);
  if (origin.kind === 'gone') return tables;
  if (to === undefined) {
    const usually = origin.kind === 'service' && usualOf(services.get(origin.name));
    const own = { ...usually, ...ofService(origin, given) };
    const isSaid = [own, hosts, links].some(
      (table) => Object.keys(table ?? {}).length > 0,
    );
    if (isSaid) return { ...tables, ...own };
    throw new CommandError(
      `\`--from ${from}\` needs \`--to\`, or an entry of \`redirect\` in the configuration`,
    );
  }
  const [name = ''] = to.toLowerCase().split(':', 1);
  if (origin.kind === 'host') {
    const others = [...services.values()].filter(
      (each) => each.settings?.host && each.name !== name,
    );
    return { ...tables, ...toAll(others, to) };
  }
  if (name === origin.name) {
    throw new CommandError('`--from` and `--to` name the same service');
  }
  const scope = [origin.name, ...(origin.action === undefined ? [] : [origin.action])];
  return { ...tables, ...ofService(origin, given), [scope.join(':')]: to };
}

/** Get the redirects of one service in the configuration. */
function ofService(origin: Origin, given: Redirect): Redirect {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([key]) => origin.kind === 'service' && key.split(':', 1)[0] === origin.name,
    ),
  ) as Redirect;
}

/** Get the redirect of one service by default. */
function usualOf(service: Service | undefined): Redirect {
  return service?.retired === undefined ? {} : toAll([service], usual);
}

/**
 * Check that links can go to an open service or one of its actions.
 *
 * @throws {CommandError}
 *   When there is no such service or action.
 */
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
    `Wrong value of \`--to\`: given \`${to}\`, expected ${list}${more}`,
  );
}
