import { uriReader } from './reader.js';

/** Make the reader for a scheme; a channel may be written without its `#`. */
const readerOf = (name: 'irc' | 'ircs') =>
  uriReader({
    service: name,
    schemes: [name],
    mistakes: [
      { pattern: /^(ircs?:\/\/[^/?#]+\/)(?!#|%23|\?|$)/i, instead: '$1%23' },
      // The key is the whole query.
      { pattern: /\?/, instead: '?key=' },
    ],
    forms: [
      {
        pattern: /^ircs?:\/\/([^/?#]+\/.+)$/,
        fields: { key: 'key' },
        // `,needkey` and other flags, and several channels.
        loose: /,/,
      },
    ],
  });

/**
 * IRC.
 *
 * @see https://gist.github.com/TingPing/ec4934e9682c2db284b7ee5a49d7f6c6
 *   Read on 2026-11-27.
 */
export const ircUris = readerOf('irc');

/** IRC over TLS. */
export const ircsUris = readerOf('ircs');
