import { uriReader } from './reader.js';

/**
 * `sms:` by RFC 5724; `&body=` and `;body=`, as versions of iOS took the text; and `smsto:`,
 * which Android takes for the same.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5724
 * @see https://developer.android.com/guide/components/intents-common#Messaging
 *   Read on 2026-11-27, as others quote them.
 */
export const smsUris = uriReader({
  service: 'sms',
  schemes: ['sms', 'smsto'],
  path: /^[^?;&]*/,
  between: /[?;&]/,
  mistakes: [
    {
      pattern: /^(smsto|sms):\/+/i,
      reason: 'nothing belongs between the scheme and the number',
      instead: '$1:',
    },
    { pattern: /;(?=\+?\d)/g, reason: 'put `,` between numbers', instead: ',' },
    { pattern: /^[^?;&]*(?:\s|%20)/, reason: 'a number in a link has no spaces' },
    { pattern: /\s/g, reason: 'write `%20` for a space', instead: '%20' },
  ],
  forms: [
    { pattern: /^sms(?:to)?:([^:#]*)$/, item: /[^,]+/g, fields: { body: 'body' } },
  ],
});
