import { uriReader } from './reader.js';

/**
 * Jitsi Meet, on the host of the site; options come after `#`.
 *
 * @see https://jitsi.github.io/handbook/docs/user-guide/user-guide-advanced
 *   Read on 2026-11-27.
 */
export const jitsiUris = uriReader({
  service: 'jitsi',
  schemes: [],
  tokens: /^jwt$/,
  forms: [
    { pattern: /^HOST\/([^/#]+)$/, loose: /^/ },
    { pattern: /^HOST\/./, says: 'it is more than a room' },
  ],
});
