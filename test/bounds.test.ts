import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { ruleUrl } from '../src/core/index.js';
import type { Options } from '../src/index.js';
import contactLinks from '../src/markdown-it/index.js';
import { render, usual } from './helpers/remark.js';

/** What a page without other text comes to: the address, or what is wrong. */
function outcome(markdown: string, options: Options = {}) {
  const { html, messages } = render(markdown, usual({ retired: 'ignore', ...options }));
  const [message] = messages;
  return message
    ? { reason: message.reason, expected: message.expected }
    : /href="([^"]*)"/.exec(html)?.[1];
}

const meeting = (start: string, end: string) =>
  `[[teams:meet a@contoso.com start=${start} end=${end}]]`;
/** A domain of so many characters. */
const domain = (length: number) => `${'a.'.repeat(length / 2 - 1)}aa`;

describe('just within bounds', () => {
  test.each([
    [`[[mailto:a@${domain(252)}]]`, `mailto:a@${domain(252)}`],
    ['[[sip:a@example.com:65535]]', 'sip:a@example.com:65535'],
    ['[[jitsi:.a]]', 'https://meet.jit.si/.a'],
    ['[[jitsi:a.]]', 'https://meet.jit.si/a.'],
    ['[[tel:+1  201  555  0123]]', 'tel:+12015550123'],
    ['[[tel:5550123 phone-context=+1-201]]', 'tel:5550123;phone-context=+1-201'],
    [
      '[[tel:5550123 phone-context=1.example.com]]',
      'tel:5550123;phone-context=1.example.com',
    ],
    [
      '[[matrix:#a:b.org via=c.org,d.org]]',
      'https://matrix.to/#/%23a:b.org?via=c.org&#x26;via=d.org',
    ],
    [
      meeting('2026-01-01T10:00Z', '2026-01-01T10:01Z'),
      'https://teams.microsoft.com/l/meeting/new?startTime=2026-01-01T10%3A00Z&#x26;endTime=2026-01-01T10%3A01Z&#x26;attendees=a%40contoso.com',
    ],
  ])('%s leads to %s', (markdown, url) => {
    expect(outcome(markdown)).toBe(url);
  });
});

const portForm =
  'a SIP address is written `name@example.com`, or with a port `name@example.com:5061`';
const contextForm =
  'write a domain, or `+` and the digits that belong before the number';
const order = 'A meeting has a `start` and an `end` after it, or neither';
const commas = 'an e-mail address cannot contain `,`; put `;` between addresses';

test('a service with empty settings is as it comes', () => {
  const services = { jitsi: {}, matrix: {} };
  expect(outcome('[[jitsi:a]]', { services })).toBe('https://meet.jit.si/a');
  expect(outcome('[[matrix:@a:b.org]]', { services })).toBe(
    'https://matrix.to/#/@a:b.org',
  );
});

describe('just beyond', () => {
  test.each([
    [
      `[[mailto:a@${domain(254)}]]`,
      `Cannot reach \`${`a@${domain(254)}`.slice(0, 59)}…\`: an e-mail address is written \`name@example.com\``,
    ],
    [
      '[[mailto:a@b.org, c@d.org]]',
      `Cannot reach \`a@b.org, c@d.org\`: ${commas}`,
      '[[mailto:a@b.org;c@d.org]]',
    ],
    [
      '[[mailto:alice <a@b.org>]]',
      'Unclosed shorthand: only its label can contain `<`',
    ],
    [
      '[[sip:a@example.com:65536]]',
      `Cannot reach \`a@example.com:65536\`: ${portForm}`,
    ],
    ['[[sip::5060]]', `Cannot reach \`:5060\`: ${portForm}`],
    [
      '[[tel:5550123 phone-context=x+1]]',
      `Wrong value of \`phone-context\`: ${contextForm}`,
    ],
    [
      '[[tel:5550123 phone-context=+1x]]',
      `Wrong value of \`phone-context\`: ${contextForm}`,
    ],
    [
      '[[tel:5550123 phone-context=a!.example.com]]',
      `Wrong value of \`phone-context\`: ${contextForm}`,
    ],
    ['[[jitsi:..]]', 'Cannot reach `..`: the name of a room cannot be dots alone'],
    [
      '[[matrix:#a:b.org via="c.org d!"]]',
      'Wrong value of `via`: write the names of servers, with commas between them',
    ],
    [
      '[[telegram:ali@ce]]',
      'Cannot reach `ali@ce`: a Telegram name starts with a letter and has 4 to 32 letters, digits and single `_`',
    ],
    [
      '[[skype:a,  b]]',
      'Cannot reach `a,  b`: a Skype name has no spaces; put `;` between people',
      '[[skype:a;b]]',
    ],
    ['[[skype:-a]]', 'Cannot reach `-a`: an address cannot start with `-`'],
    [
      '[[skype:a-\u200Bb]]',
      'Cannot reach `a-\u200Bb`: an address cannot contain U+200B',
    ],
    ['[[skype:call a topic=" "]]', '`topic` has no value', '[[skype:call a]]'],
    ['[[skype:call a topic="\u202E"]]', '`topic` cannot contain U+202E'],
    [meeting('2026-01-01T10:00Z', '2026-01-01T10:00Z'), order],
    [meeting('2026-01-01T10:00Z', '2026-01-01T09:00Z'), order],
    ['[[teams:meet a@contoso.com start=2026-01-01T10:00Z]]', order],
    ['[[teams:meet a@contoso.com end=2026-01-01T10:00Z]]', order],
    ['[[skype:call a;;b topic=x]]', 'No person before or after a `;`'],
    ['[[skype:call a;;b]]', 'No person before or after a `;`', '[[skype:call a;b]]'],
  ])('%s is reported: %s', (markdown, reason, ...expected) => {
    const write = expected.map((text) => `; write \`${text}\``).join('');
    expect(outcome(markdown)).toEqual({
      reason: reason + write,
      expected: expected.length > 0 ? expected : undefined,
    });
  });
});

describe('an unclosed shorthand', () => {
  const single =
    'Unclosed shorthand: one `]` does not close it; write `]]`, or `\\]` in a label';
  const quotes = 'Unclosed shorthand: its quotes are open; write `"` before `]]`';
  const open = 'Unclosed shorthand: write `]]` on this line, or `|`, a label and `]]`';
  test.each([
    ['[[skype:call a] b', single, '[[skype:call a]]'],
    ['[[skype:call a|b] c', single, '[[skype:call a|b]]'],
    ['[[skype:call a|b \\] c] d', single, '[[skype:call a|b \\] c]]'],
    ['[[skype:call a;b topic="]"', open, '[[skype:call a;b topic="]"]]'],
    ['[[skype:call a;b topic="c]]', quotes, '[[skype:call a;b topic="c"]]'],
    ['[[skype:call a', open, '[[skype:call a]]'],
  ])('%s is reported: %s', (markdown, reason, suggestion) => {
    expect(outcome(markdown)).toEqual({
      reason,
      expected: [suggestion],
    });
  });
});

describe('an error that is asked for', () => {
  const page = (env: object) =>
    new MarkdownIt()
      .use(contactLinks, { invalid: 'error' })
      .render('[[tel:+12015550123]]\n[[skype:cal a]] [[skype:cal b]]', env);

  test('stops the build at the first, with its place', () => {
    const reason =
      'Unknown action `cal` for skype; did you mean `call`? Write `[[skype:call a]]`';
    expect(() => page({})).toThrow(new Error(`2:1: ${reason}; 1 more error at 2:17`));
    expect(() => page({ path: 'a.md' })).toThrow(
      new Error(`a.md:2:1: ${reason}; 1 more error at 2:17`),
    );
  });
});

test('a message leads to what the site says of its rule', () => {
  expect(ruleUrl('unclosed')).toBe(
    'https://remark-contact-links.github.io/remark-contact-links/messages/#unclosed',
  );
});
