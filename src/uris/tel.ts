import { uriReader } from './reader.js';

/**
 * `tel:` as pages have it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3966
 */
export const telUris = uriReader({
  service: 'tel',
  schemes: ['tel'],
  path: /^[^;]*/,
  between: /;/,
  mistakes: [
    {
      pattern: /^tel:\/+/i,
      reason: 'nothing belongs between `tel:` and the number',
      instead: 'tel:',
    },
    {
      pattern: /^[^;?]*(?:[\s/]|%2[0F])/i,
      reason: 'a number in a link has no spaces and no `/`; put `-` between its parts',
    },
    { pattern: /^tel:%2B/i, reason: 'write `+` as it is', instead: 'tel:+' },
  ],
  forms: [
    { pattern: /,/, says: 'it has a pause, and digits that are dialled after it' },
    {
      pattern: /^tel:([^?#]*)$/,
      fields: { ext: 'ext', 'phone-context': 'phone-context' },
      // Short numbers, such as those for emergencies, have no country code.
      loose: /^\d{3,6}$/,
    },
  ],
});
