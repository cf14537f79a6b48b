import type { Action, Service } from './service.js';
import { type Check, matching } from './targets.js';

const join = {
  address: matching(
    /^[a-z\d]+(?:-[a-z\d]+)*$/i,
    'the code of an invitation has letters, digits and `-`, as in `discord-developers`',
  ),
  most: 1,
  noun: 'invitation',
  parameters: {},
  label: { one: 'Join {targets} on {service}' },
  href: ([code]) => `https://discord.gg/${code}`,
} satisfies Action;

/** Two snowflakes of 64 bits; the very first one had 17 digits. */
const channel: Check = (target) =>
  /^\d{17,20}\/\d{17,20}$/.test(target) &&
  target.split('/').every((id) => BigInt(id) < 2n ** 64n)
    ? { address: target }
    : {
        reason:
          'a channel is written `server/channel`, by the ids, which “Copy Link” has; names do not work',
      };

/**
 * Discord: invitations and channels.
 *
 * @see https://github.com/discord/discord-api-docs
 *   Read on 2026-11-27: `game-sdk.mdx` has invitations, `reference.mdx` ids. No page describes
 *   links to channels, but `change-log.mdx` uses them, and so do many pages. No page has links
 *   to users.
 */
export const discord = {
  name: 'discord',
  title: 'Discord',
  schemes: ['https'],
  example: 'discord-developers',
  bare: join,
  actions: {
    join,
    channel: {
      example: '41771983423143937/127121515262115840',
      address: channel,
      most: 1,
      noun: 'channel',
      parameters: {},
      label: { one: 'Open {targets} on {service}' },
      href: ([channel]) => `https://discord.com/channels/${channel}`,
    },
  },
} satisfies Service;
