import { describe, expect, test } from 'vitest';
import { goneServices, readGone } from '../src/core/index.js';

describe('links to services that are gone', () => {
  test.each([
    ['skype:echo123?call', 'Skype', '2025-05-05'],
    ['callto:echo123', 'Skype', '2025-05-05'],
    ['https://join.skype.com/abc', 'Skype', '2025-05-05'],
    ['http://mystatus.skype.com/smallicon/example', 'Skype', '2025-05-05'],
    ['ms-sfb://call?id=a@b.example', 'Skype for Business Online', '2021-07-31'],
    [
      'im:<sip:a@b.example><sip:c@d.example>',
      'Skype for Business Online',
      '2021-07-31',
    ],
    ['conf:sip:a@b.example;gruu', 'Skype for Business Online', '2021-07-31'],
    ['gtalk:chat?jid=a@b.example', 'Google Talk', '2022-06-16'],
    ['https://hangouts.google.com/call/abc', 'Google Hangouts', '2022-11-01'],
    ['msnim:chat?contact=a@b.example', 'Windows Live Messenger (MSN)', '2013-03-15'],
    ['aim:goIM?screenname=example&message=Hi+there', 'AIM', '2017-12-15'],
    ['ymsgr:sendIM?example', 'Yahoo Messenger', '2018-07-17'],
    ['icq:message?uin=123456789', 'ICQ', '2024-06-26'],
    ['bbmi://0A1B2C3D', 'BlackBerry Messenger', '2019-05-31'],
    ['https://example.hipchat.com/chat', 'HipChat and Stride', '2019-02-15'],
    ['https://gitter.im/example/lobby?utm_source=badge', 'Gitter', '2023-02-13'],
    ['irc://irc.freenode.net/#example', 'freenode', '2021-06-14'],
    ['ircs://CHAT.freenode.net:6697/example', 'freenode', '2021-06-14'],
    ['https://webchat.freenode.net/?channels=a', 'freenode', '2021-06-14'],
    ['irc://irc.mozilla.org/#rust', 'irc.mozilla.org', '2020-03'],
    ['irc://example.irc.slack.com', 'the IRC and XMPP gateways of Slack', '2018-05-15'],
    ['https://app.chime.aws/meetings/1234567890', 'Amazon Chime', '2026-02-20'],
    ['https://example.workplace.com/groups/1', 'Workplace from Meta', '2026-06-01'],
    ['line://ti/p/@example', 'the scheme `line:`', undefined],
  ])('%s leads to %s', (uri, title, day) => {
    expect(readGone(uri)).toMatchObject({ title, ...(day ? { day } : {}) });
  });

  test.each([
    'callto:+12015550123',
    'callto://12015550123',
    'https://skype.com/',
    'im:alice@example.com',
    'https://example.com/?u=gitter.im',
    'https://gitter.im.example.com/',
    'https://gitter.im@example.com/',
    'https://nothipchat.com/',
    'irc://irc.libera.chat/#freenode',
    'line:1',
    'mailto:a@irc.freenode.net',
    'gitter.im',
    '',
  ])('%j leads to none', (uri) => {
    expect(readGone(uri)).toBeUndefined();
  });

  test('each says when, where to, and which page says so', () => {
    const titles = goneServices.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const { day = '2000-01', level, source, starts } of goneServices) {
      expect(day).toMatch(/^20\d\d-\d\d(?:-\d\d)?$/);
      expect(level).toMatch(/^(?:info|warning)$/);
      expect(source).toMatch(/^https:\/\//);
      expect(starts.length).toBeGreaterThan(0);
    }
  });
});
