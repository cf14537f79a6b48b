import { encodeFields } from './encode.js';
import { isPhone } from './phone.js';
import type { Action, Parameter, Service } from './service.js';
import { type Check, emailOnly, phoneOrEmail } from './targets.js';

/** A user or a number of the telephone network, which Teams marks with `4:`. */
const userOrPhone: Check = (target) => {
  const result = phoneOrEmail(target);
  return 'address' in result && isPhone(target)
    ? { address: `4:${result.address}` }
    : result;
};

const freeText: Parameter = {};

/** ISO 8601 with the offset from UTC, which Microsoft's page demands. */
const time: Parameter = {
  check: (value) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value))
      ? undefined
      : 'a time is written `2026-03-12T15:30:00+01:00`, with the offset from UTC',
};

function link(path: string, fields: Parameters<typeof encodeFields>[2]): string {
  return `https://teams.microsoft.com/l/${path}${encodeFields('?', '&', fields)}`;
}

function call(one: string, several: string, withVideo?: string): Action<'source'> {
  return {
    address: userOrPhone,
    parameters: { source: freeText },
    label: { one, several },
    href: (users, { source }) => link('call/0/0', { users, withVideo, source }),
  };
}

const chat = {
  address: emailOnly,
  parameters: { topic: { fewestTargets: 2 }, message: freeText, tenant: freeText },
  label: {
    one: 'Chat with {targets} in {service}',
    several: 'Group chat with {targets}',
  },
  href: (users, { message, tenant, topic }) =>
    link('chat/0/0', { tenantId: tenant, users, topicName: topic, message }),
} satisfies Action;

/**
 * Microsoft Teams, for work or school.
 *
 * Microsoft, Deep link to a workflow (call, meeting) and Deep link to a Teams chat.
 */
export const teams = {
  name: 'teams',
  otherNames: ['msteams'],
  title: 'Teams',
  schemes: ['https'],
  example: 'alice@contoso.com',
  bare: chat,
  actions: {
    call: call('Call {targets} with {service}', 'Group call with {targets}'),
    video: call(
      'Video call {targets} with {service}',
      'Group video call with {targets}',
      'true',
    ),
    chat,
    meet: {
      // A user principal name has the form of an e-mail address.
      address: emailOnly,
      parameters: { subject: freeText, start: time, end: time, content: freeText },
      label: { one: 'Schedule a meeting with {targets}' },
      conflict: (_, { end, start }) =>
        (start === undefined) === (end === undefined) &&
        Date.parse(start ?? '') >= Date.parse(end ?? '') === false
          ? undefined
          : {
              of: 'invalid-parameter',
              reason: 'A meeting has a `start` and an `end` after it, or neither',
            },
      href: (attendees, { content, end, start, subject }) =>
        link('meeting/new', {
          subject,
          startTime: start,
          endTime: end,
          content,
          attendees,
        }),
    },
  },
} satisfies Service;
