import { uriReader } from './reader.js';

const host = String.raw`^(?:www\.)?discord(?:app)?\.com`;

/**
 * Discord: invitations in all their forms, and channels.
 *
 * @see https://github.com/discord/discord-api-docs
 *   Read on 2026-11-27.
 */
export const discordUris = uriReader({
  service: 'discord',
  schemes: [],
  hosts: [
    ...['discord.gg', 'www.discord.gg', 'discord.com', 'www.discord.com'],
    ...['discordapp.com', 'www.discordapp.com'],
  ],
  forms: [
    { pattern: /^(?:www\.)?discord\.gg\/(?:invite\/)?([^/#]+)$/ },
    { pattern: new RegExp(`${host}\\/invite\\/([^/#]+)$`) },
    { pattern: new RegExp(`${host}\\/channels\\/(\\d+\\/\\d+)$`), action: 'channel' },
    { pattern: new RegExp(`${host}\\/users\\/`), says: 'it leads to a user' },
    {
      pattern: new RegExp(`${host}\\/channels\\/`),
      says: 'it is more than a channel',
    },
  ],
});
