import { encodeFields } from './encode.js';
import type { Action, Service } from './service.js';
import { matching, phoneOr } from './targets.js';

/** Paths of t.me that are no names. */
const reserved =
  /^(?:add(?:emoji|list|stickers|style|theme)|auth|boost|call|confirmphone|contact|giftcode|invoice|joinchat|login|proxy|setlanguage|share|socks)$/i;

const username = matching(
  /^@?[a-z]\w{3,31}$/i,
  'a Telegram name has 4 to 32 letters, digits and `_`',
  (target) => target.replace(/^@/, ''),
);

const chat: Action = {
  address: phoneOr((target) =>
    reserved.test(target)
      ? { reason: `\`${target}\` is no name but a page of Telegram` }
      : username(target),
  ),
  most: 1,
  parameters: {
    text: {
      check: (value) =>
        [...value].length > 4096 ? 'a text has at most 4096 characters' : undefined,
    },
  },
  label: { one: 'Chat with {targets} on {service}' },
  href: ([target = ''], { text }) =>
    `https://t.me/${target}${encodeFields('?', '&', { text })}`,
};

/** Telegram, by its deep links; a `+` with anything but digits would be an invitation. */
export const telegram: Service = {
  name: 'telegram',
  title: 'Telegram',
  schemes: ['https'],
  example: 'alice',
  hasAtAddresses: true,
  bare: chat,
  actions: { chat },
};
