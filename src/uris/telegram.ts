import { uriReader } from './reader.js';

const host = String.raw`^(?:www\.)?(?:t\.me|telegram\.(?:me|dog))`;
/** A `+` at the start of a path, as it is or decoded. */
const plus = String.raw`(?:\+|%2B|%20)`;

/**
 * Telegram, as TDLib takes its links.
 *
 * @see https://github.com/tdlib/td/blob/master/td/telegram/LinkManager.cpp
 *   Read on 2026-11-27.
 */
export const telegramUris = uriReader({
  service: 'telegram',
  schemes: ['tg'],
  hosts: [
    ...['t.me', 'telegram.me', 'telegram.dog', '*.t.me'],
    ...['www.telegram.me', 'www.telegram.dog'],
  ],
  hasPlus: true,
  mistakes: [
    {
      pattern: /^(https?:\/\/[^/?#]*\/)(?:@|%40)(?=[a-z])/i,
      reason: 'a name has no `@` there',
      instead: '$1',
    },
  ],
  forms: [
    {
      pattern: new RegExp(`${host}\\/${plus}(\\d{1,32})$`, 'i'),
      before: '+',
      fields: { text: 'text' },
    },
    {
      pattern: new RegExp(`${host}\\/(?:${plus}|joinchat\\/)([\\w-]+)$`, 'i'),
      action: 'join',
      before: '+',
    },
    { pattern: new RegExp(`${host}\\/(\\d+)$`), fields: { text: 'text' } },
    {
      pattern: new RegExp(`${host}\\/(?:s\\/)?([a-z]\\w*)$`, 'i'),
      fields: { text: 'text' },
      loose: /^/,
    },
    { pattern: /^([a-z]\w{3,})\.t\.me$/, fields: { text: 'text' }, loose: /^/ },
    {
      pattern: /^tg:(?:\/\/)?resolve\/?$/,
      fields: { domain: '', phone: '+', text: 'text' },
    },
    { pattern: /^tg:(?:\/\/)?join\/?$/, action: 'join', fields: { invite: '+' } },
    { pattern: new RegExp(`${host}\\/.`), says: 'it is a page of Telegram' },
  ],
});
