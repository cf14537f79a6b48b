import { encode } from './encode.js';
import { found } from './forbidden.js';
import { internationalPhone, isPhone } from './phone.js';
import type { Action, Address, Parameter, Refusal, Service } from './service.js';

/**
 * A classic name is a letter, then letters, digits, `.`, `,`, `-` and `_`, at most 32
 * characters (those Skype gave out had at least six; a shorter one does no harm). The name
 * of a Microsoft account is `live:name` or `live:.cid.1a2b3c4d5e6f`.
 */
const skypeName = /^(?:[a-z][\w.,-]{0,31}|live:[\w.,-]{1,64})$/i;

function name(target: string): Address | Refusal {
  if (skypeName.test(target)) return { address: target };
  const stranger = found(/[^\w.,-]/u, target.replace(/^live:/i, ''));
  if (!stranger) {
    return {
      reason: 'a Skype name starts with a letter and has at most 32 characters',
    };
  }
  return stranger === 'a space'
    ? { reason: 'a Skype name has no spaces; put `;` between people' }
    : { reason: `a Skype name cannot contain ${stranger}` };
}

function nameOrPhone(target: string): Address | Refusal {
  return isPhone(target) ? internationalPhone(target) : name(target);
}

/** `skype:a;b?query&topic=…`: the action comes first, then its arguments. */
function href(query: string): Action['href'] {
  return (addresses, { topic }) => {
    // Skype requires these characters of names and numbers as they are.
    const people = addresses.map((address) => encode(address, ':,+'));
    return `skype:${people.join(';')}${query}${topic ? `&topic=${encode(topic)}` : ''}`;
  };
}

/** A title of a conference; Skype ignores it in a conversation of two. */
const topic: Parameter = { fewestTargets: 2, otherNames: ['title', 'subject'] };

/** Make an action for one person or several; Skype serves up to nine. */
function together(query: string, one: string, several: string): Action<'topic'> {
  return {
    address: nameOrPhone,
    advised: 9,
    parameters: { topic },
    label: { one, several },
    href: href(query),
  };
}

/** Make an action for one person. */
function alone(query: string, one: string): Action<never> {
  return {
    address: nameOrPhone,
    most: 1,
    parameters: {},
    label: { one },
    href: href(query),
  };
}

/**
 * Skype: call, chat, video and conference links.
 *
 * Microsoft, Skype URI API reference and Skype URI tutorial (names, `;`, call, chat,
 * video, topic, up to nine participants); IANA, provisional registration of `skype:` (add,
 * userinfo, sendfile); voicemail as clients of the time took it. The verbs that no link can
 * express are those of the Skype desktop API.
 *
 * @see https://learn.microsoft.com/en-us/skype-sdk/skypeuris/skypeuriapireference
 *   Read on 2026-11-27.
 */
export const skype = {
  name: 'skype',
  title: 'Skype',
  schemes: ['skype'],
  example: 'echo123',
  retired: 'Skype closed on 5 May 2025, and Microsoft moved its users to Teams',
  bare: { address: nameOrPhone, advised: 9, parameters: {}, href: href('') },
  actions: {
    call: together(
      '?call',
      'Call {targets} with {service}',
      'Conference call with {targets}',
    ),
    video: together(
      '?call&video=true',
      'Video call {targets} with {service}',
      'Video conference with {targets}',
    ),
    chat: {
      ...together('?chat', 'Chat with {targets}', 'Conference chat with {targets}'),
      address: (target) =>
        isPhone(target)
          ? { reason: 'Skype chats with names, not numbers' }
          : name(target),
    },
    voicemail: alone('?voicemail', 'Send voicemail to {targets}'),
    add: alone('?add', 'Add {targets} to {service} contacts'),
    userinfo: alone('?userinfo', '{service} profile of {targets}'),
    sendfile: alone('?sendfile', 'Send a file to {targets} with {service}'),
  },
  withoutLink: {
    verbs:
      /^(?:answer|hangup|end|reject|hold|resume|(?:un)?mute|transfer|forward|redirect|dtmf|sms|(?:un)?block)$/,
    reason: 'only its desktop API could do that, which closed in 2013',
  },
} satisfies Service;
