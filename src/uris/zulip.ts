import { uriReader } from './reader.js';

/**
 * Zulip, on the host of the site, where `.` is written for `%`.
 *
 * @see https://zulip.com/api/zulip-urls
 *   Read on 2026-11-27.
 */
export const zulipUris = uriReader({
  service: 'zulip',
  schemes: [],
  mistakes: [{ pattern: /(?<=#narrow\/.*)\.(?=[\da-f]{2})/gi, instead: '%' }],
  forms: [
    {
      pattern: /^HOST\/?#narrow\/(?:channel|stream)\/.*\./,
      fault: 'after `#narrow` a `.` starts an encoded character, and is `.2E` itself',
    },
    {
      pattern:
        /^HOST\/?#narrow\/(?:channel|stream)\/(\d+(?:-[^/]*)?(?:\/(?:topic|subject)\/[^/]+)?)$/,
      strip: /(?<=^[^/]*)\/(?:topic|subject)(?=\/)/,
    },
    {
      pattern: /^HOST\/?#./,
      says: 'it does not name a channel by its id, or names more than that',
    },
  ],
});
