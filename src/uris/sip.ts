import { uriReader } from './reader.js';

/**
 * Make the reader for `sip:` or `sips:`, which differ only in their scheme.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3261#section-19.1
 */
function readerOf(scheme: string) {
  return uriReader({
    service: scheme,
    schemes: [scheme],
    // The user part may have parameters of its own.
    path: /^(?:[^@]*@)?[^;?]*/,
    between: /[;?]/,
    // A number of the telephone network is known by its `+`.
    ignored: /^user=phone$/,
    mistakes: [
      {
        pattern: /^(sips?):\/+/i,
        reason: 'nothing belongs between the scheme and the address',
        instead: '$1:',
      },
    ],
    forms: [
      { pattern: /^sips?:[^@:]*:[^@]*@/, says: 'it has a password' },
      { pattern: /^sips?:([^@[#]+@[^[#]+)$/, fields: { transport: 'transport' } },
    ],
  });
}

/**
 * SIP.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3261#section-19.1
 */
export const sipUris = readerOf('sip');

/**
 * SIP over TLS.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3261#section-19.1
 */
export const sipsUris = readerOf('sips');
