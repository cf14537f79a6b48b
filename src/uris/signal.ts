import { uriReader } from './reader.js';

/**
 * Signal, as its desktop client takes links.
 *
 * @see https://github.com/signalapp/Signal-Desktop/blob/main/ts/util/signalRoutes.ts
 *   Read on 2026-11-27.
 */
export const signalUris = uriReader({
  service: 'signal',
  schemes: ['sgnl'],
  hosts: ['signal.me', 'signal.group', 'signal.link', 'signal.art'],
  mistakes: [
    {
      pattern: /^[^#]*signal\.me\/?#p\/[^%]*%/i,
      reason: 'Signal takes the number as it is, without `%`',
    },
  ],
  forms: [
    { pattern: /^(?:sgnl:\/\/)?signal\.me\/?#p\/(.*)$/ },
    { pattern: /^(?:sgnl:\/\/)?signal\.me\/?#(eu\/[^/]*)$/ },
    {
      pattern: /^(?:(?:sgnl:\/\/)?signal\.group|sgnl:\/\/joingroup)\/?#(.+)$/,
      action: 'join',
    },
    { pattern: /#./, says: 'it has a key, and names no person and no group' },
  ],
});
