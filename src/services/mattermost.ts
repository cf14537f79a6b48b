import { encode } from './encode.js';
import { withHost, withoutHost } from './host.js';
import type { Action, Service } from './service.js';
import { matching } from './targets.js';

/**
 * Make the service.
 *
 * @param host
 *   Where the teams are. Default: none; links need one.
 */
function mattermostAt(host?: string) {
  const action = (
    example: string,
    noun: string,
    before: string,
    one: string,
  ): Action<never> => {
    const isRight = matching(
      new RegExp(`^[a-z\\d-]+\\/${before.replace(/\w+\//, '')}[a-z\\d._-]+$`),
      `a ${noun} is written \`${example}\`, as in its address`,
    );
    return {
      example,
      noun,
      address: (target) => (host ? isRight(target) : withoutHost('mattermost')),
      most: 1,
      parameters: {},
      label: { one },
      href: ([target]) => {
        const [team, name] = target.split(/\/@?/) as [string, string];
        return `https://${host}/${encode(team)}/${before}${encode(name)}`;
      },
    };
  };
  const channel = action(
    'team/town-square',
    'channel',
    'channels/',
    'Open {targets} on {service}',
  );
  return {
    name: 'mattermost',
    title: 'Mattermost',
    ...(host ? { host: host.toLowerCase() } : {}),
    schemes: ['https'],
    example: 'team/town-square',
    bare: channel,
    actions: {
      channel,
      chat: action(
        'team/@alice',
        'person',
        'messages/@',
        'Chat with {targets} on {service}',
      ),
    },
  } satisfies Service;
}

/**
 * Mattermost, on the server that a site sets.
 *
 * @see https://docs.mattermost.com/end-user-guide/collaborate/share-links.html
 *   Read on 2026-11-27. The page prints these paths after `mattermost://`. “Copy Link”, which
 *   it describes, copies them after `https://`, as the rest of these docs has them:
 *   https://community.mattermost.com/core/channels/tickets.
 */
export const mattermost = withHost(mattermostAt) satisfies Service;
