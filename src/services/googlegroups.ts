import type { Action, Service } from './service.js';
import { matching } from './targets.js';

const open = {
  address: matching(
    /^(?:(?:[a-z\d-]+\.)+[a-z]+\/)?[a-z\d][\w.+-]*(?:@googlegroups\.com)?$/i,
    'a group is written `group` or `example.org/group`, as in its link',
    (target) => target.replace(/@.*/, ''),
  ),
  most: 1,
  noun: 'group',
  parameters: {},
  label: { one: 'Open {targets} on {service}' },
  href: ([target]) => {
    const [group = '', domain] = target.split('/').reverse();
    return `https://groups.google.com/${domain ? `a/${domain}/` : ''}g/${group.replaceAll('+', '%2B')}`;
  },
} satisfies Action;

/**
 * Google Groups. No page describes its links, but many use them, and Google does too: without
 * a domain in the Go project, with one on the site of Chrome.
 *
 * @see https://github.com/golang/build/blob/master/internal/task/announce.go
 * @see https://developer.chrome.com/blog/cookie-countdown-2023oct
 *   Both read on 2026-11-27.
 */
export const googlegroups = {
  name: 'googlegroups',
  title: 'Google Groups',
  schemes: ['https'],
  example: 'golang-announce',
  bare: open,
  actions: { open },
} satisfies Service;
