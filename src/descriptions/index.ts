/**
 * What services, actions and parameters are for, in a sentence each: for editors and
 * documentation. No other entry of the package loads this.
 *
 * @module
 */

import type { Actions, BuiltInName, Parameters } from '../core/names.js';

/** What a service is for, and what its actions and parameters do. */
export interface Description {
  /** What its links lead to, in a sentence: `Calls and chats in Teams, for work or school.` */
  readonly service: string;
  /** What happens when the reader follows the link, by the name of the action. */
  readonly actions: Readonly<Record<string, string>>;
  /**
   * How an address is written, by the name of the action. Text in code is an address that the
   * action takes.
   */
  readonly addresses: Readonly<Record<string, string>>;
  /** What a value says, by the name of the parameter. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A description of each service, with an entry for every action and parameter. */
type Complete = {
  readonly [Name in BuiltInName]: {
    readonly service: string;
    readonly actions: Readonly<Record<Actions[Name], string>>;
    readonly addresses: Readonly<Record<Actions[Name], string>>;
    readonly parameters: Readonly<Record<Parameters[Name], string>>;
  };
};

const email = 'An e-mail address, `alice@contoso.com`.';
const phone = 'A phone number with its country code, `+1 201 555 0123`.';
const phoneOrEmail =
  'An e-mail address, `alice@contoso.com`, or a phone number with its country code, `+1 201 555 0123`.';
const skypeName =
  'A Skype name, `echo123`, or that of a Microsoft account, `live:.cid.1a2b3c`.';
const skypeNameOrPhone =
  'A Skype name, `echo123`, that of a Microsoft account, `live:.cid.1a2b3c`, or a phone number with its country code, `+1 201 555 0123`.';
const xmppAddress = 'An XMPP address, `romeo@montague.net`.';

const irc = {
  service: 'Channels of Internet Relay Chat.',
  actions: { join: 'Opens the channel in an IRC client.' },
  addresses: {
    join: 'A channel with its server, `irc.libera.chat/#example`. Where the site sets a host, `#example` is enough.',
  },
  parameters: { key: 'The key of a channel that has one. Everybody can read it.' },
} as const;

const sip = {
  service: 'Calls to a SIP address, by Internet telephony.',
  actions: { call: 'Calls the address.' },
  addresses: {
    call: 'A SIP address, `alice@example.com`, also with a port, `alice@example.com:5061`, or with a phone number, `+1 201 555 0123@example.com`.',
  },
  parameters: { transport: 'The transport protocol to use.' },
} as const;

/** Descriptions of the services that come with the package, by the service's name. */
export const descriptions = {
  discord: {
    service: 'Invitations to Discord servers, and their channels.',
    actions: {
      join: 'Opens an invitation to a server.',
      channel: 'Opens a channel for members of its server.',
    },
    addresses: {
      join: 'The code of an invitation, as in its link: `discord-developers`.',
      channel:
        'The ids of a server and a channel, as “Copy Link” has them: `41771983423143937/127121515262115840`.',
    },
    parameters: {},
  },
  facetime: {
    service: 'Calls with FaceTime, on Apple devices.',
    actions: { call: 'Starts an audio call.', video: 'Starts a video call.' },
    addresses: { call: phoneOrEmail, video: phoneOrEmail },
    parameters: {},
  },
  github: {
    service: 'New issues in a GitHub repository.',
    actions: { issue: 'Opens the form for a new issue, or the choice of templates.' },
    addresses: { issue: 'A repository, `octo-org/octo-repo`.' },
    parameters: {
      title: 'The title of the issue.',
      body: 'The text of the issue.',
      labels: 'Labels of the issue, with commas between them.',
      template: 'The file of the issue template, such as `bug.yml`.',
      milestone: 'The milestone of the issue.',
      assignees: 'Who is assigned, with commas between the names.',
      projects: 'Projects that the issue joins, as `owner/number`.',
    },
  },
  googlegroups: {
    service: 'Groups on Google Groups.',
    actions: { open: 'Opens the page of the group.' },
    addresses: {
      open: 'A group, `golang-announce`, with the domain of its organization where its link has one, `example.org/team`.',
    },
    parameters: {},
  },
  irc,
  ircs: { ...irc, service: 'Channels of Internet Relay Chat, over TLS.' },
  jitsi: {
    service: 'Video meetings on Jitsi Meet, in the browser and without an account.',
    actions: { join: 'Opens the room.' },
    addresses: { join: 'The name of a room, without spaces: `OurMeeting`.' },
    parameters: {},
  },
  mailto: {
    service: 'E-mail.',
    actions: { email: 'Opens a new message in the mail program.' },
    addresses: { email: email },
    parameters: {
      subject: 'The subject of the message.',
      cc: 'Who gets a copy, with commas between the addresses.',
      bcc: 'Who gets a copy that the others do not see. Everybody who reads the page sees the address.',
      body: 'The text that the message begins with.',
    },
  },
  matrix: {
    service: 'People and rooms on Matrix.',
    actions: {
      chat: 'Opens a chat with a person.',
      join: 'Opens a room.',
    },
    addresses: {
      chat: 'A user, `@alice:example.org`.',
      join: 'A room by its alias, `#room:example.org`, or by its id, `!abc:example.org`.',
    },
    parameters: {
      via: 'Servers that know the room, with commas between them.',
    },
  },
  mattermost: {
    service: 'Channels and people on a Mattermost server.',
    actions: {
      channel: 'Opens a channel for members of its team.',
      chat: 'Opens direct messages with a member of a team.',
    },
    addresses: {
      channel: 'A team and a channel, as in its link: `team/town-square`.',
      chat: 'A team and a member, as in the link: `team/@alice`.',
    },
    parameters: {},
  },
  meet: {
    service: 'Meetings on Google Meet.',
    actions: { join: 'Opens the meeting.' },
    addresses: { join: 'The code of a meeting, `abc-defg-hij`.' },
    parameters: {},
  },
  messenger: {
    service: 'Chats with people and pages on Messenger.',
    actions: { chat: 'Opens a chat.' },
    addresses: { chat: 'The name of a page, `OriginalCoastClothing`.' },
    parameters: {
      ref: 'A text for the page that receives the chat: where the reader came from.',
      text: 'The message that the reader can send.',
    },
  },
  sfb: {
    service: 'Calls and chats with Skype for Business.',
    actions: {
      call: 'Starts an audio call.',
      video: 'Starts a video call.',
      chat: 'Opens a chat.',
    },
    addresses: { call: phoneOrEmail, video: phoneOrEmail, chat: email },
    parameters: {},
  },
  signal: {
    service: 'Chats and groups on Signal.',
    actions: {
      chat: 'Opens a chat, by a phone number or the link of a username.',
      join: 'Opens the invitation to a group.',
    },
    addresses: {
      chat: 'A phone number with its country code, `+1 201 555 0123`, or the end of the link of a username, from eu/ on.',
      join: 'The end of the link of a group, after its #: `CjQKIDVGVwQ9ZAcV-mAf`.',
    },
    parameters: {},
  },
  sip,
  sips: { ...sip, service: 'Calls to a SIP address over TLS.' },
  skype: {
    service: 'Calls and chats with Skype, which closed in May 2025.',
    actions: {
      call: 'Started an audio call.',
      video: 'Started a video call.',
      chat: 'Opened a chat.',
      voicemail: 'Left a voice message.',
      add: 'Added a person to the contacts.',
      userinfo: 'Showed the profile of a person.',
      sendfile: 'Sent a file to a person.',
    },
    addresses: {
      call: skypeNameOrPhone,
      video: skypeNameOrPhone,
      chat: skypeName,
      voicemail: skypeNameOrPhone,
      add: skypeNameOrPhone,
      userinfo: skypeNameOrPhone,
      sendfile: skypeNameOrPhone,
    },
    parameters: { topic: 'The name of a group call or chat.' },
  },
  slack: {
    service: 'Channels, apps and members of a Slack workspace.',
    actions: {
      channel: 'Opens a channel for members of its workspace.',
      app: 'Opens an app for members of its workspace.',
      chat: 'Opens direct messages with a member, in the app.',
    },
    addresses: {
      channel:
        'A channel by its id, `C0123ABCD`, which links to its messages have after archives/. A name, `general`, is safe only with the parameter team, and until somebody renames the channel: without team, the workspace of the reader may have another channel of that name.',
      app: 'An app by its id, `A0123ABCD`, from its page at api.slack.com/apps.',
      chat: 'A member by the id, `U0123ABCD`, from “Copy member ID” in the profile.',
    },
    parameters: {
      team: 'The id of the workspace. A chat needs it; without it, other links lead to the workspace of the reader.',
    },
  },
  sms: {
    service: 'Text messages to phones.',
    actions: { text: 'Opens a new text message.' },
    addresses: {
      text: 'A phone number with its country code, `+1 201 555 0123`, or a short code, `12345`.',
    },
    parameters: { body: 'The text that the message begins with.' },
  },
  teams: {
    service: 'Calls, chats and meetings in Microsoft Teams, for work or school.',
    actions: {
      call: 'Starts an audio call.',
      video: 'Starts a video call.',
      chat: 'Opens a chat, with one person or with several.',
      join: 'Opens a meeting that exists.',
      meet: 'Opens the form for a new meeting.',
    },
    addresses: {
      call: phoneOrEmail,
      video: phoneOrEmail,
      chat: email,
      join: 'The id of a meeting, as in the invitation: `212 345 678 901 23`.',
      meet: email,
    },
    parameters: {
      topic: 'The name of a group chat.',
      message: 'The message that the reader can send.',
      tenant: 'The id of the organization in which the chat opens.',
      source: 'A text for reports: where the reader came from.',
      p: 'The passcode of the meeting. Everybody can read it.',
      subject: 'The title of the new meeting.',
      start: 'When the new meeting starts, as `2026-03-12T15:30:00+01:00`.',
      end: 'When the new meeting ends, as `2026-03-12T16:00:00+01:00`.',
      content: 'The text of the invitation.',
    },
  },
  tel: {
    service: 'Calls to phone numbers.',
    actions: { call: 'Dials the number.' },
    addresses: {
      call: 'A phone number with its country code, `+1 201 555 0123`. Without the code, it needs the parameter phone-context.',
    },
    parameters: {
      ext: 'The extension to dial after the number. The default label does not show it: write a label that does.',
      'phone-context':
        'Where a number that is not international is valid: a prefix such as `+1`, or a domain.',
    },
  },
  telegram: {
    service: 'Chats and groups on Telegram.',
    actions: {
      chat: 'Opens a chat, a channel or a bot.',
      join: 'Opens the invitation to a group or channel.',
    },
    addresses: {
      chat: 'A name, `alice`, or a phone number with its country code, `+1 201 555 0123`.',
      join: 'An invitation, as in its link: `+AbCdEfGh12345678`.',
    },
    parameters: { text: 'The message that the reader can send.' },
  },
  webex: {
    service: 'Chats and personal rooms on Webex.',
    actions: {
      chat: 'Opens a chat, in the app.',
      join: 'Opens a personal room.',
    },
    addresses: {
      chat: email,
      join: 'A site and the name of a room: `example/alice` for example.webex.com/meet/alice.',
    },
    parameters: {},
  },
  whatsapp: {
    service: 'Chats on WhatsApp.',
    actions: { chat: 'Opens a chat.' },
    addresses: { chat: phone },
    parameters: { text: 'The message that the reader can send.' },
  },
  xmpp: {
    service: 'People and rooms on XMPP (Jabber).',
    actions: {
      chat: 'Opens a chat with a person.',
      join: 'Opens a room.',
      add: 'Adds a person to the contacts.',
    },
    addresses: {
      chat: xmppAddress,
      join: 'The XMPP address of a room, `coven@chat.shakespeare.lit`.',
      add: xmppAddress,
    },
    parameters: {
      subject: 'The subject of the message.',
      body: 'The message that the reader can send.',
      password: 'The password of a room that has one. Everybody can read it.',
      name: 'What the person is called among the contacts.',
    },
  },
  zoom: {
    service: 'Meetings on Zoom.',
    actions: { join: 'Opens the meeting or personal room.' },
    addresses: {
      join: 'The number of a meeting, `123 4567 8901`, or a personal link, `my/alice`.',
    },
    parameters: { pwd: 'The passcode of the meeting. Everybody can read it.' },
  },
  zulip: {
    service: 'Channels and topics of a Zulip organization.',
    actions: { channel: 'Opens a channel, or a topic in it.' },
    addresses: {
      channel:
        'A channel by its id, as in its link: `42-general`. A topic follows: `42-general/planning`.',
    },
    parameters: {},
  },
} as const satisfies Complete satisfies Readonly<Record<string, Description>>;
