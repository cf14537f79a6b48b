import { encodeFields } from './encode.js';
import { internationalPhone, isPhone } from './phone.js';
import type { Action, Service } from './service.js';
import { matching } from './targets.js';

/** Paths of t.me that are not names. */
const reserved =
  /^(?:add(?:emoji|list|stickers|style|theme)|auction|auth|boost|call|confirmphone|contact|giftcode|invoice|joinchat|login|newbot|proxy|setlanguage|share|socks)$/i;

/** Not two `_` in a row, and none at the end, as in `is_valid_username` of TDLib. */
const username = matching(
  /^@?[a-z](?:_?[a-z\d]){3,31}$/i,
  'a Telegram name starts with a letter and has 4 to 32 letters, digits and single `_`',
  (target) => target.replace('@', ''),
);

const chat = {
  address: (target) => {
    if (/^\+.*[a-z]/i.test(target)) {
      return { reason: 'an invitation is written `telegram:join +…`' };
    }
    if (isPhone(target)) return internationalPhone(target);
    return reserved.test(target.replace(/^@/, ''))
      ? { reason: `\`${target}\` is a page of Telegram, not a name` }
      : username(target);
  },
  most: 1,
  parameters: {
    text: {
      isText: true,
      otherNames: ['body', 'message', 'msg'],
      check: (value) =>
        [...value].length > 4096 ? 'a text has at most 4096 characters' : undefined,
    },
  },
  label: { one: 'Chat with {targets} on {service}' },
  href: ([target], { text }) => `https://t.me/${target}${encodeFields('?', { text })}`,
} satisfies Action;

const join = {
  example: '+AbCdEfGh12345678',
  // A `+` and at most 32 digits are a phone number.
  address: matching(
    /^\+?(?!\d{1,32}$)[\w-]+$/,
    'an invitation is written `+…`, with letters, digits, `-` and `_`, as in its link',
    (target) => target.replace('+', ''),
  ),
  most: 1,
  noun: 'invitation',
  parameters: {},
  label: { one: 'Join a chat on {service}' },
  href: ([hash]) => `https://t.me/+${hash}`,
} satisfies Action;

/**
 * Telegram, by its deep links; a `+` with anything but digits is an invitation.
 *
 * @see https://github.com/tdlib/td/blob/master/td/telegram/LinkManager.cpp
 *   Read on 2026-11-27.
 */
export const telegram = {
  name: 'telegram',
  otherNames: ['tg'],
  title: 'Telegram',
  schemes: ['https'],
  example: 'alice',
  hasAtAddresses: true,
  bare: chat,
  actions: { chat, join },
} satisfies Service;
