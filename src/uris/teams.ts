import { addressItem, uriReader } from './reader.js';

const path = String.raw`^(?:teams\.(?:microsoft\.com|cloud\.microsoft)|msteams:(?:\/\/teams\.microsoft\.com)?)\/l`;

/**
 * Teams, on both of its hosts and in the scheme of its client.
 *
 * @see https://learn.microsoft.com/en-us/microsoftteams/platform/concepts/build-and-test/deep-link-workflow
 *   Read on 2026-11-27.
 */
export const teamsUris = uriReader({
  service: 'teams',
  schemes: ['msteams'],
  hosts: ['teams.microsoft.com', 'teams.cloud.microsoft'],
  mistakes: [
    {
      pattern: /[?&](?:users|attendees)=(?:(?!%22)[^&"])*(?:;|%3B)/i,
      reason: 'put `,` between people',
    },
  ],
  forms: [
    {
      pattern: new RegExp(`${path}\\/call\\/0\\/0$`),
      action: 'call',
      item: addressItem,
      strip: /^4:/,
      fields: { users: '', source: 'source' },
      actions: { 'withvideo=true': 'video', 'withvideo=false': 'call' },
      needsTarget: true,
      // Numbers without `+` are of one country.
      loose: /^\d|:/,
    },
    {
      pattern: new RegExp(`${path}\\/chat\\/0\\/0$`),
      item: addressItem,
      fields: { users: '', topicname: 'topic', message: 'message', tenantid: 'tenant' },
      needsTarget: true,
      // Bots: `28:…`.
      loose: /:/,
    },
    {
      pattern: new RegExp(`${path}\\/meeting\\/new$`),
      action: 'meet',
      item: addressItem,
      fields: {
        attendees: '',
        subject: 'subject',
        starttime: 'start',
        endtime: 'end',
        content: 'content',
      },
      loose: /:/,
    },
    {
      pattern: /^teams\.(?:microsoft\.com|cloud\.microsoft)\/meet\/([^/#]+)$/,
      action: 'join',
      fields: { p: 'p' },
    },
    {
      pattern: /^(?:teams\.(?:microsoft\.com|cloud\.microsoft)\/(?:l|meet)|msteams:)/,
      says: 'it leads to a page of Teams, not to people',
    },
  ],
});
