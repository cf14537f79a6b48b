/** A service that has closed, or whose links lead elsewhere now. */
export interface GoneService {
  /** A short name, lower case: `gitter`. Where the package has the service, its name there. */
  readonly name: string;
  /** Name for people: `Google Talk`. */
  readonly title: string;
  /** The day, or the month, of its end: `2022-06-16`, `2020-03`. Default: none is set. */
  readonly day?: string;
  /** Whether its links still lead somewhere: `info`, or nowhere: `warning`. */
  readonly level: 'info' | 'warning';
  /** What its users were moved to. Default: nothing. */
  readonly movedTo?: string;
  /** The page that says so. */
  readonly source: string;
  /**
   * What its URIs begin with, lower case: `scheme:`, or the host of a web page or an IRC
   * server; `*.` is any labels.
   */
  readonly starts: ReadonlyArray<string>;
  /** Pattern that its URIs match, too. Default: anything may follow. */
  readonly form?: RegExp;
}

/**
 * Services that are gone. Their owners set the days; most are here as other pages quote them.
 * Each page was read on 2026-11-27.
 */
export const goneServices: ReadonlyArray<GoneService> = [
  {
    name: 'skype',
    title: 'Skype',
    day: '2025-05-05',
    level: 'warning',
    movedTo: 'Microsoft Teams',
    source: 'https://soylentnews.org/article.pl?sid=25/03/02/2037225',
    starts: [
      'skype:',
      'callto:',
      'join.skype.com',
      'web.skype.com',
      'mystatus.skype.com',
    ],
    // A number may be called with another client.
    form: /^(?!callto:(?:\/\/)?(?:\+|%2B)?[\d().%\s-]*$)/i,
  },
  {
    name: 'sfb',
    title: 'Skype for Business Online',
    day: '2021-07-31',
    // Its server lives on.
    level: 'info',
    movedTo: 'Microsoft Teams',
    source: 'https://learn.microsoft.com/connectors/skypeforbiz',
    starts: ['ms-sfb:', 'im:', 'conf:'],
    form: /^(?:ms-sfb:|im:(?:<|%3C)?sip:|conf:sip:)/i,
  },
  {
    name: 'gtalk',
    title: 'Google Talk',
    day: '2022-06-16',
    level: 'warning',
    movedTo: 'Google Chat',
    source:
      'https://www.dnaindia.com/technology/report-google-to-shut-down-its-first-instant-messaging-platform-this-week-2960524',
    starts: ['gtalk:'],
    form: /^gtalk:(?:chat|call)\?/i,
  },
  {
    name: 'hangouts',
    title: 'Google Hangouts',
    day: '2022-11-01',
    level: 'info',
    movedTo: 'Google Chat',
    source:
      'https://www.webpronews.com/rip-google-hangouts-google-puts-the-nail-in-the-coffin/',
    starts: ['hangouts.google.com'],
  },
  {
    name: 'msn',
    title: 'Windows Live Messenger (MSN)',
    // In China: 2014-10-31.
    day: '2013-03-15',
    level: 'warning',
    movedTo: 'Skype',
    source:
      'https://www.sitepronews.com/2013/01/10/rip-messenger-service-to-end-march-15/',
    starts: ['msnim:'],
    form: /^msnim:(?:chat|add|voice|video)\?/i,
  },
  {
    name: 'aim',
    title: 'AIM',
    day: '2017-12-15',
    level: 'warning',
    source:
      'https://cbsnews.com/news/aol-discontinuing-aim-pioneering-instant-messenger',
    starts: ['aim:'],
    form: /^aim:(?:goim|gochat|addbuddy|goaway)\b/i,
  },
  {
    name: 'yahoo',
    title: 'Yahoo Messenger',
    day: '2018-07-17',
    level: 'warning',
    source:
      'https://www.silicon.co.uk/e-marketing/socialmedia/verizon-retire-yahoo-messenger-233575/amp',
    starts: ['ymsgr:'],
    form: /^ymsgr:(?:sendim|addfriend|call|sendfile)\?/i,
  },
  {
    name: 'icq',
    title: 'ICQ',
    day: '2024-06-26',
    level: 'warning',
    movedTo: 'VK Messenger',
    source:
      'https://profile.ru/news/society/vk-zakroet-messendzher-icq-s-26-ijunya-1517191/',
    starts: ['icq:'],
    form: /^icq:(?:message\?|\d)/i,
  },
  {
    name: 'bbm',
    title: 'BlackBerry Messenger',
    day: '2019-05-31',
    level: 'warning',
    source:
      'https://www.trustedreviews.com/news/bbm-blackberry-messenger-shut-down-3699034',
    starts: ['bbmi:'],
  },
  {
    name: 'hipchat',
    title: 'HipChat and Stride',
    day: '2019-02-15',
    level: 'warning',
    movedTo: 'Slack',
    source:
      'https://www.techtarget.com/searchitoperations/news/252445755/Atlassian-HipChat-shutdown-surprises-enterprise-IT-pros',
    starts: ['*.hipchat.com'],
  },
  {
    name: 'gitter',
    title: 'Gitter',
    // The week of that day; its pages lead to Matrix.
    day: '2023-02-13',
    level: 'info',
    movedTo: 'Matrix',
    source:
      'https://blog.gitter.im/2023/01/16/gitter-is-going-fully-native-matrix-in-feb-2023/',
    starts: ['gitter.im'],
  },
  {
    name: 'freenode',
    title: 'freenode',
    // Channels were seized on 2021-05-26.
    day: '2021-06-14',
    level: 'warning',
    movedTo: 'Libera.Chat',
    source: 'https://lists.debian.org/debian-devel-announce/2021/06/msg00002.html',
    starts: ['irc.freenode.net', 'chat.freenode.net', 'webchat.freenode.net'],
  },
  {
    name: 'mozilla-irc',
    title: 'irc.mozilla.org',
    day: '2020-03',
    level: 'warning',
    movedTo: 'Matrix',
    source:
      'https://discourse.mozilla.org/t/synchronous-messaging-at-mozilla-were-live/54424',
    starts: ['irc.mozilla.org'],
  },
  {
    name: 'slack-gateways',
    title: 'the IRC and XMPP gateways of Slack',
    day: '2018-05-15',
    level: 'warning',
    movedTo: 'Slack',
    source: 'https://www.theregister.com/2018/03/09/slack_cuts_ties_to_irc_and_xmpp/',
    starts: ['*.irc.slack.com', '*.xmpp.slack.com'],
  },
  {
    name: 'chime',
    title: 'Amazon Chime',
    day: '2026-02-20',
    level: 'warning',
    source: 'https://docs.aws.amazon.com/chime/',
    starts: ['chime.aws', '*.chime.aws'],
  },
  {
    name: 'workplace',
    title: 'Workplace from Meta',
    day: '2026-06-01',
    level: 'warning',
    movedTo: 'Workvivo',
    source: 'https://mspoweruser.com/meta-announces-closure-of-workplace-in-2026/',
    starts: ['*.workplace.com'],
  },
  {
    name: 'line',
    title: 'the scheme `line:`',
    level: 'info',
    movedTo: '`https://line.me/R/`',
    source: 'https://developers.line.biz/en/docs/messaging-api/using-line-url-scheme/',
    starts: ['line:'],
    form: /^line:\/\//i,
  },
];
