import { type UriForm, uriReader } from './reader.js';

/** What `matrix:` has in place of a sigil, today and in its first drafts. */
const types = [
  ['u|user', '@'],
  ['r|room', '#'],
  ['roomid', '!'],
] as const;

const shared = {
  fields: { via: 'via' },
  actions: { 'action=chat': 'chat', 'action=join': 'join' },
};

/**
 * `matrix:`, and matrix.to with sigils and `:` encoded or not.
 *
 * @see https://spec.matrix.org/latest/appendices/
 *   Read on 2026-11-27.
 */
export const matrixUris = uriReader({
  service: 'matrix',
  schemes: ['matrix'],
  hosts: ['matrix.to'],
  forms: [
    ...types.map(
      ([type, before]): UriForm => ({
        pattern: new RegExp(`^matrix:(?:${type})\\/([^/#]*)$`),
        before,
        ...shared,
      }),
    ),
    { pattern: /^matrix\.to\/#\/((?:[@#!]|%40|%23|%21)[^/]*)$/i, ...shared },
    { pattern: /^matrix\.to\/#\/./, says: 'it is a group or a message' },
  ],
});
