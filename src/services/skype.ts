import { show } from './characters.js';
import { encode } from './encode.js';
import { internationalPhone, isPhone } from './phone.js';
import type { Action, Address, Parameter, Refusal, Service } from './service.js';

/**
 * A letter, then letters, digits, `.`, `,`, `-` and `_`, at most 32 characters. Names
 * that Skype gave out itself had at least six; a shorter one does no harm.
 */
const classicName = /^[a-z][\w.,-]{0,31}$/i;
/** Names of Microsoft accounts: `live:name`, `live:.cid.1a2b3c4d5e6f`. */
const liveName = /^live:[\w.,-]{1,64}$/i;

/** The characters of names and numbers that Skype wants as they are. */
const literal = ':,+';

/** A title of a conference; Skype ignores it in a conversation of two. */
const topic: Parameter = { fewestTargets: 2 };

function name(target: string): Address | Refusal {
  if (classicName.test(target) || liveName.test(target)) return { address: target };
  const local = target.replace(/^live:/i, '');
  const stranger = /[^\w.,-]/u.exec(local)?.[0];
  if (!local) return { reason: 'there is no name behind `live:`' };
  if (stranger === undefined) {
    return local === target && !/^[a-z]/i.test(target)
      ? { reason: `\`${target}\` is not a Skype name; a name starts with a letter` }
      : {
          reason: 'a Skype name has at most 32 characters, 64 behind `live:`',
        };
  }
  const names = target.split(/[\s,]+/).filter(Boolean);
  return {
    reason: `a Skype name cannot hold ${show(stranger)}${
      names.length > 1 ? '; separate people with `;`' : ''
    }`,
    ...(names.length > 1 ? { instead: names } : {}),
  };
}

function nameOrPhone(target: string): Address | Refusal {
  return isPhone(target) ? internationalPhone(target) : name(target);
}

function nameOnly(target: string): Address | Refusal {
  return isPhone(target)
    ? { reason: `\`${target}\` is a phone number; Skype chats with names only` }
    : name(target);
}

/** `skype:a;b?query&topic=…`: the action comes first, then its arguments. */
function href(query: string): Action['href'] {
  return (addresses, parameters) => {
    const people = addresses.map((address) => encode(address, literal)).join(';');
    const about =
      parameters.topic === undefined ? '' : '&topic=' + encode(parameters.topic);
    return 'skype:' + people + (query && '?' + query) + about;
  };
}

/** What people do alone with one other person. */
function single(query: string, label: string): Action {
  return {
    address: nameOrPhone,
    most: 1,
    parameters: {},
    label: { one: label },
    href: href(query),
  };
}

const api = 'could be done by its desktop API alone, which closed in 2013';

/**
 * Skype: call, chat, video and conference links.
 *
 * Microsoft, Skype URI API reference and Skype URI tutorial (names, `;`, call, chat,
 * video, topic, up to nine participants); IANA, provisional registration of `skype:`
 * (add, userinfo, sendfile); voicemail as clients of the time took it.
 */
export const skype: Service = {
  name: 'skype',
  title: 'Skype',
  source: 'https://learn.microsoft.com/skype-sdk/skypeuris/skypeuriapireference',
  example: 'echo123',
  retired: {
    date: '2025-05-05',
    note: 'Skype closed on 5 May 2025: links to it no longer reach anybody; Microsoft moved its users to Teams',
    source: 'https://support.microsoft.com/skype',
  },
  bare: { address: nameOrPhone, advised: 9, parameters: {}, href: href('') },
  actions: {
    call: {
      address: nameOrPhone,
      advised: 9,
      parameters: { topic },
      label: {
        one: 'Call {targets} with {service}',
        several: 'Conference call with {targets}',
      },
      href: href('call'),
    },
    video: {
      address: nameOrPhone,
      advised: 9,
      parameters: { topic },
      label: {
        one: 'Video call {targets} with {service}',
        several: 'Video conference with {targets}',
      },
      href: href('call&video=true'),
    },
    chat: {
      address: nameOnly,
      advised: 9,
      parameters: { topic },
      label: { one: 'Chat with {targets}', several: 'Conference chat with {targets}' },
      href: href('chat'),
    },
    voicemail: single('voicemail', 'Send voicemail to {targets}'),
    add: single('add', 'Add {targets} to {service} contacts'),
    userinfo: single('userinfo', '{service} profile of {targets}'),
    sendfile: single('sendfile', 'Send a file to {targets} with {service}'),
  },
  withoutLink: {
    answer: `answering a call ${api}`,
    hangup: `hanging up ${api}`,
    end: `ending a call ${api}`,
    hold: `holding a call ${api}`,
    resume: `resuming a call ${api}`,
    mute: `muting a call ${api}`,
    unmute: `unmuting a call ${api}`,
    transfer: `transferring a call ${api}`,
    forward: `forwarding a call ${api}`,
    redirect: `redirecting a call ${api}`,
    dtmf: `sending tones ${api}`,
    sms: `sending an SMS ${api}`,
    block: `blocking somebody ${api}`,
    unblock: `unblocking somebody ${api}`,
  },
};
