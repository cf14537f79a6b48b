import { uriReader } from './reader.js';

const redirect = String.raw`^https?:\/\/(?:[\w-]+\.)?slack\.com\/app_redirect\/?\?`;

/** A page of a workspace; its host has the name of the workspace. */
const page = String.raw`^(?:[\w-]+\.)?slack\.com/`;

/**
 * Slack: pages that redirect to its client, and the scheme of the client; both say the same.
 *
 * @see https://docs.slack.dev/interactivity/deep-linking
 *   Read on 2026-11-27.
 */
export const slackUris = uriReader({
  service: 'slack',
  schemes: ['slack'],
  hosts: ['slack.com', '*.slack.com'],
  mistakes: [
    {
      pattern: new RegExp(`${redirect}(?=(?:.*&)?app=)`, 'i'),
      instead: 'slack://app?',
    },
    {
      pattern: new RegExp(`${redirect}(?=(?:.*&)?channel=)`, 'i'),
      instead: 'slack://channel?',
    },
    {
      pattern: /^https?:\/\/app\.slack\.com\/client\/(T[A-Z\d]+)\/([CG][A-Z\d]+)\/?$/i,
      instead: 'slack://channel?team=$1&id=$2',
    },
  ],
  forms: [
    {
      pattern: /^slack:\/\/channel\/?$/,
      action: 'channel',
      fields: { channel: '', id: '', team: 'team' },
    },
    {
      pattern: /^slack:\/\/app\/?$/,
      action: 'app',
      fields: { app: '', id: '', team: 'team' },
    },
    {
      pattern: /^slack:\/\/user\/?$/,
      action: 'chat',
      fields: { id: '', team: 'team' },
    },
    { pattern: /^join\.slack\.com\/./, says: 'it is an invitation' },
    {
      pattern: new RegExp(`${page}archives/([CG][A-Z\\d]+)$`),
      says: 'it does not name the workspace by its id; with that id, write `slack:$1 team=T…`',
    },
    {
      pattern: new RegExp(`${page}archives/[CG][A-Z\\d]+/p\\d`),
      says: 'it leads to a message',
    },
    {
      pattern: new RegExp(
        `${page}(?:app_redirect|archives|client|messages|team)(?:/|$)`,
      ),
      says: 'it does not name a channel and a workspace by their ids',
    },
  ],
});
