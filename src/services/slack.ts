import { encode, encodeFields } from './encode.js';
import type { Action, Parameter, Service } from './service.js';
import { type Check, matching } from './targets.js';

const workspace = /^T[A-Z\d]+$/;
const workspaceForm =
  'the id of a workspace, `T…`, as in its address app.slack.com/client/T…';

/** Write a link to `app_redirect`; without a workspace it leads to that of the reader. */
const redirect = (query: string, team: string | undefined): string =>
  `https://slack.com/app_redirect?${query}${encodeFields('&', { team })}`;

/** The actions for ids of what is not a channel, by the first letter: apps and members. */
const otherIds: Readonly<Record<string, string>> = { A: 'app', U: 'chat', W: 'chat' };

/** Check the id of a channel, or its name. */
const channel: Check = (target) => {
  if (/^xox/i.test(target)) {
    return { reason: 'this is a token, which works as a password; take it out' };
  }
  const name = target.replace(/^#/, '');
  if (/^(?:[CG][A-Z\d]{7,}|[\p{Ll}\p{Lo}\p{M}\p{N}_-]{1,80})$/u.test(name)) {
    return { address: name };
  }
  const action = /^[A-Z](?=.*\d)[A-Z\d]{7,}$/.test(name) && otherIds[name.charAt(0)];
  if (action) {
    return {
      reason: `such an id goes after \`slack:${action}\``,
      instead: `${action} ${name}`,
    };
  }
  return {
    reason:
      'a channel is written by its id, `C…` or `G…`, or by its name, of lowercase letters, digits, `-` and `_`',
    ...(/^[\p{L} -]+$/u.test(name)
      ? { instead: name.toLowerCase().replace(/ +/g, '-') }
      : {}),
  };
};

/**
 * Make the service.
 *
 * @param site
 *   Id of the workspace where a link names none. Default: none.
 */
function slackIn(site?: string) {
  const team: Parameter = {
    otherNames: ['workspace'],
    check: (value) => (workspace.test(value) ? undefined : `write ${workspaceForm}`),
  };
  const chat = {
    example: 'U0123ABCD',
    exampleParameters: 'team=T0123ABCD',
    address: matching(
      /^[UW][A-Z\d]+$/,
      'a member is written by the id, `U…` or `W…`, from “Copy member ID” in the profile; names do not work',
    ),
    most: 1,
    parameters: { team },
    label: { one: 'Chat with {targets} on {service}' },
    conflict: (_, { team = site }) =>
      team === undefined
        ? {
            of: 'invalid-parameter',
            parameter: 'team',
            reason:
              'A chat needs the id of the workspace, as in `team=T0123ABCD`; option `services.slack.team` sets it for all',
          }
        : undefined,
    href: ([user], { team = site }) =>
      `slack://user${encodeFields('?', { team, id: user })}`,
  } satisfies Action;
  const open = {
    address: channel,
    most: 1,
    noun: 'channel',
    parameters: { team },
    label: { one: 'Open {targets} on {service}' },
    href: ([target], { team = site }) => redirect(`channel=${encode(target)}`, team),
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
        address: matching(
          /^A[A-Z\d]+$/,
          'an app is written by its id, `A…`, from its page at api.slack.com/apps',
        ),
        most: 1,
        noun: 'app',
        parameters: { team },
        label: { one: 'Open {targets} in {service}' },
        href: ([app], { team = site }) => redirect(`app=${app}`, team),
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
 * @see https://docs.slack.dev/reference/methods/chat.getPermalink
 *   Links to messages, which have the id of the channel. Read on 2026-11-28.
 */
export const slack = {
  ...slackIn(),
  settings: {
    team: { matches: (value: string) => workspace.test(value), form: workspaceForm },
  },
  configure: ({ team }) => slackIn(team),
} satisfies Service;
