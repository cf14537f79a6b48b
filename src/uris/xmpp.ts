import { uriReader } from './reader.js';

/**
 * `xmpp:` with those queries of XEP-0147 and XEP-0045 that a shorthand can have.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5122
 * @see https://xmpp.org/extensions/xep-0147.html
 */
export const xmppUris = uriReader({
  service: 'xmpp',
  schemes: ['xmpp'],
  between: /[;&]/,
  forms: [
    {
      pattern: /^xmpp:(?!\/\/)([^#]*)$/,
      fields: { subject: 'subject', body: 'body', password: 'password', name: 'name' },
      actions: { message: 'chat', join: 'join', roster: 'add' },
      // The name of a server may have no dot.
      loose: /^[^@]*$/,
    },
  ],
});
