import { encodeFields } from './encode.js';
import { isPhone } from './phone.js';
import type { Action, Parameter, Service } from './service.js';
import { type Check, emailOnly, matching, phoneOrEmail } from './targets.js';

/** Check a user or a phone number; Teams marks numbers of the telephone network with `4:`. */
const userOrPhone: Check = (target) => {
  const result = phoneOrEmail(target);
  return 'address' in result && isPhone(target)
    ? { address: `4:${result.address}` }
    : result;
};

const freeText: Parameter = {};

/** What somebody says. */
const message: Parameter = { isText: true, otherNames: ['text', 'body', 'msg'] };

/** Whether a time exists: `Date.parse` takes the 30th of February for a day in March. */
function isTime(time: string): boolean {
  const day = time.slice(0, 10);
  const date = new Date(`${day}T00:00Z`);
  return (
    !Number.isNaN(Date.parse(time)) &&
    !Number.isNaN(date.valueOf()) &&
    date.toISOString().startsWith(day)
  );
}

/** ISO 8601 with the offset from UTC, which Microsoft's page demands. */
const time: Parameter = {
  check(value) {
    const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/;
    if (!form.test(value)) {
      return 'a time is written `2026-03-12T15:30:00+01:00`, with the offset from UTC';
    }
    return isTime(value) ? undefined : 'there is no such day or time';
  },
};

function link(path: string, fields: Parameters<typeof encodeFields>[1]): string {
  return `https://teams.microsoft.com/l/${path}${encodeFields('?', fields)}`;
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
  parameters: {
    topic: { fewestTargets: 2, isText: true, otherNames: ['title', 'subject'] },
    message,
    tenant: freeText,
  },
  label: {
    one: 'Chat with {targets} in {service}',
    several: 'Group chat with {targets}',
  },
  href: (users, { message, tenant, topic }) =>
    link('chat/0/0', { tenantId: tenant, users, topicName: topic, message }),
} satisfies Action;

const join = {
  example: '212 345 678 901 23',
  address: matching(
    /^\d[\d ]*$/,
    'the id of a meeting has only digits, as in the invitation',
    (target) => target.replace(/ /g, ''),
  ),
  most: 1,
  noun: 'meeting',
  parameters: {
    p: { secret: true, otherNames: ['passcode', 'password', 'pwd', 'pw'] },
  },
  label: { one: 'Join {service} meeting {targets}' },
  href: ([id], { p }) =>
    `https://teams.microsoft.com/meet/${id}${encodeFields('?', { p })}`,
} satisfies Action;

/**
 * Microsoft Teams, for work or school.
 *
 * Microsoft, Deep link to a workflow (call, meeting) and Deep link to a Teams chat. No page
 * describes links to `join`, but Teams writes them in invitations, and Microsoft reads them.
 *
 * @see https://learn.microsoft.com/en-us/microsoftteams/platform/concepts/build-and-test/deep-link-workflow
 *   Read on 2026-11-27.
 * @see https://github.com/microsoftgraph/microsoft-graph-comms-samples/pull/857
 *   Read on 2026-11-27 (`join`).
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
    join,
    meet: {
      // A user principal name has the form of an e-mail address.
      address: emailOnly,
      parameters: {
        subject: { isText: true, otherNames: ['title', 'topic'] },
        start: time,
        end: time,
        content: { isText: true, otherNames: ['body', 'text', 'message'] },
      },
      label: { one: 'Schedule a meeting with {targets}' },
      conflict: (_, { end, start }) =>
        (start === undefined) === (end === undefined) &&
        !(Date.parse(`${start}`) >= Date.parse(`${end}`))
          ? undefined
          : {
              of: 'invalid-parameter',
              parameter: start === undefined ? 'end' : 'start',
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
