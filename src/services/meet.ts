import type { Action, Service } from './service.js';
import { matching } from './targets.js';

const join = {
  address: matching(
    /^[a-z]{3}-[a-z]{4}-[a-z]{3}$/i,
    'the code of a Google Meet meeting is written `abc-defg-hij`',
    (target) => target.toLowerCase(),
  ),
  most: 1,
  noun: 'meeting',
  parameters: {},
  label: { one: 'Join {service} {targets}' },
  href: ([code]) => `https://meet.google.com/${code}`,
} satisfies Action;

/** Google Meet, with links as in its invitations: no page of Google's describes the code. */
export const meet = {
  name: 'meet',
  title: 'Google Meet',
  schemes: ['https'],
  example: 'abc-defg-hij',
  bare: join,
  actions: { join },
} satisfies Service;
