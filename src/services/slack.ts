import { encode, encodeFields } from './encode.js';
import type { Action, Parameter, Service } from './service.js';
import { type Check, matching } from './targets.js';

const workspace = /^T[A-Z\d]+$/;
const workspaceForm =
  'the id of a workspace, such as `T0123ABCD`, which stands in its address, app.slack.com/client/T…';

/** Links to `app_redirect` lead to the workspace of the reader where they name none. */
const redirect = (query: string, team: string | undefined): string =>
  `https://slack.com/app_redirect?${query}${encodeFields('&', '&', { team })}`;

/** Check the id of a channel, or its name. */
const channel: Check = (target) => {
  const name = target.replace(/^#/, '');
  if (/^[A-Z][A-Z\d]{7,}$/.test(target)) {
    return /^[CG]/.test(target)
      ? { address: target }
      : { reason: 'the id of a channel starts with `C` or `G`' };
  }
  if (/^xox/.test(target)) {
    return { reason: 'a token is a password, which nobody may know; take it out' };
  }
  if (/^[\p{Ll}\p{Lo}\p{M}\p{N}_-]{1,80}$/u.test(name)) return { address: name };
  const lower = name.toLowerCase().replace(/[ .]+/g, '-');
  return {
    reason:
      'the name of a channel has at most 80 small letters, digits, `-` and `_`; its id starts with `C`',
    ...(/^[\p{Lu}\p{Ll} .-]+$/u.test(name) ? { instead: lower } : {}),
  };
};

const id = (initials: string, what: string, where: string): Check =>
  matching(
    new RegExp(`^[${initials}][A-Z\\d]+$`),
    `the id of ${what} starts with ${initials.replace(/(\w)(\w)?/, (_, one, other) =>
      other ? `\`${one}\` or \`${other}\`` : `\`${one}\``,
    )}, and stands ${where}; a name does not work`,
  );

/**
 * @param site
 *   Id of the workspace where a link names none.
 */
function slackIn(site?: string) {
  const team: Parameter = {
    otherNames: ['workspace'],
    check: (value) => (workspace.test(value) ? undefined : workspaceForm),
  };
  const chat = {
    example: 'U0123ABCD',
    address: id('UW', 'a member', 'in their profile, under “Copy member ID”'),
    most: 1,
    parameters: { team },
    label: { one: 'Chat with {targets} on {service}' },
    conflict: (_, { team = site }) =>
      team === undefined
        ? {
            of: 'invalid-parameter',
            parameter: 'team',
            reason: `A chat needs \`team\`, ${workspaceForm}; option \`services.slack.team\` sets it for all links`,
          }
        : undefined,
    href: ([user = ''], { team = site }) =>
      `slack://user${encodeFields('?', '&', { team, id: user })}`,
  } satisfies Action;
  const open = {
    address: channel,
    most: 1,
    noun: { one: 'channel', several: 'channels' },
    parameters: { team },
    label: { one: 'Open {targets} on {service}' },
    href: ([target = ''], { team = site }) =>
      redirect(`channel=${encode(target)}`, team),
  } satisfies Action;
  return {
    name: 'slack',
    title: 'Slack',
    schemes: ['https', 'slack'],
    example: 'C0123ABCD',
    bare: open,
    actions: {
      channel: open,
      app: {
        example: 'A0123ABCD',
        address: id('A', 'an app', 'on its page at api.slack.com/apps'),
        most: 1,
        noun: { one: 'app', several: 'apps' },
        parameters: { team },
        label: { one: 'Open {targets} in {service}' },
        href: ([app = ''], { team = site }) => redirect(`app=${app}`, team),
      },
      chat,
    },
  } satisfies Service;
}

/**
 * Slack, by its deep links.
 *
 * @see https://docs.slack.dev/interactivity/deep-linking
 *   Read on 2026-11-27. No page describes invitations (`join.slack.com`).
 */
export const slack = {
  ...slackIn(),
  settings: {
    team: { matches: (value: string) => workspace.test(value), form: workspaceForm },
  },
  configure: ({ team }) => slackIn(team),
} satisfies Service;
