import { addressItem, uriReader } from './reader.js';

/**
 * `mailto:` as pages have it; `to` adds addresses (RFC 6068 section 2).
 *
 * @see https://www.rfc-editor.org/rfc/rfc6068
 */
export const mailtoUris = uriReader({
  service: 'mailto',
  schemes: ['mailto'],
  mistakes: [
    {
      pattern: /^mailto:\/+/i,
      reason: 'nothing belongs between `mailto:` and the address',
      instead: 'mailto:',
    },
    {
      pattern: /^mailto:(?:mailto:)+/i,
      reason: 'write `mailto:` once',
      instead: 'mailto:',
    },
    {
      pattern: /^mailto:(?:\s|%20)+/i,
      reason: 'a space comes before the address',
      instead: 'mailto:',
    },
    { pattern: /^mailto:[^?"]*;/i, reason: 'put `,` between addresses' },
    { pattern: /^mailto:[^?"]*,(?:\s|%20)/i, reason: 'no space belongs after `,`' },
    { pattern: /\s/g, reason: 'write `%20` for a space', instead: '%20' },
  ],
  forms: [
    {
      pattern: /[<>]/,
      fault: 'write the address alone, without the name of a person',
    },
    {
      pattern: /^(?!.*(?:"|%22)).*[^,;]%20[^,;]/,
      fault: 'an e-mail address has no spaces',
    },
    {
      pattern: /^mailto:([^#]*)$/,
      item: addressItem,
      fields: { to: '', subject: 'subject', cc: 'cc', bcc: 'bcc', body: 'body' },
    },
  ],
});
