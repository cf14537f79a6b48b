import { uriReader } from './reader.js';

/**
 * Mattermost, on the host of the site, in browsers and in its client.
 *
 * @see https://docs.mattermost.com/end-user-guide/collaborate/share-links.html
 *   Read on 2026-11-27.
 */
export const mattermostUris = uriReader({
  service: 'mattermost',
  schemes: ['mattermost'],
  mistakes: [{ pattern: /^mattermost:(?=\/\/)/i, instead: 'https:' }],
  forms: [
    {
      pattern: /^HOST\/([^/#]+\/channels\/[^/#]+)$/,
      strip: /\/channels(?=\/)/,
      loose: /^/,
    },
    {
      pattern: /^HOST\/([^/#]+\/messages\/@[^/#]+)$/,
      action: 'chat',
      strip: /\/messages(?=\/)/,
      loose: /^/,
    },
    { pattern: /^HOST\/./, says: 'it is not a channel or a person' },
  ],
});
