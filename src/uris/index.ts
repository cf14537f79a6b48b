/**
 * Readers for the URIs of the services, in the forms that are in use.
 *
 * @module
 */
import type { UriReader } from '../services/service.js';
import { discordUris } from './discord.js';
import { facetimeUris } from './facetime.js';
import { githubUris } from './github.js';
import { googlegroupsUris } from './googlegroups.js';
import { ircsUris, ircUris } from './irc.js';
import { jitsiUris } from './jitsi.js';
import { mailtoUris } from './mailto.js';
import { matrixUris } from './matrix.js';
import { mattermostUris } from './mattermost.js';
import { meetUris } from './meet.js';
import { messengerUris } from './messenger.js';
import { sfbUris } from './sfb.js';
import { signalUris } from './signal.js';
import { sipsUris, sipUris } from './sip.js';
import { skypeUris } from './skype.js';
import { slackUris } from './slack.js';
import { smsUris } from './sms.js';
import { teamsUris } from './teams.js';
import { telUris } from './tel.js';
import { telegramUris } from './telegram.js';
import { webexUris } from './webex.js';
import { whatsappUris } from './whatsapp.js';
import { xmppUris } from './xmpp.js';
import { zoomUris } from './zoom.js';
import { zulipUris } from './zulip.js';

/** A reader for the URIs of every service that comes with the package. */
export const readers: ReadonlyArray<UriReader> = [
  skypeUris,
  sfbUris,
  teamsUris,
  telUris,
  smsUris,
  mailtoUris,
  sipUris,
  sipsUris,
  xmppUris,
  matrixUris,
  facetimeUris,
  whatsappUris,
  telegramUris,
  signalUris,
  messengerUris,
  zoomUris,
  meetUris,
  jitsiUris,
  slackUris,
  discordUris,
  githubUris,
  ircUris,
  ircsUris,
  zulipUris,
  mattermostUris,
  webexUris,
  googlegroupsUris,
];

export type { UriReader, UriReading } from '../services/service.js';
export {
  discordUris,
  facetimeUris,
  githubUris,
  googlegroupsUris,
  ircsUris,
  ircUris,
  jitsiUris,
  mailtoUris,
  matrixUris,
  mattermostUris,
  meetUris,
  messengerUris,
  sfbUris,
  signalUris,
  sipsUris,
  sipUris,
  skypeUris,
  slackUris,
  smsUris,
  teamsUris,
  telegramUris,
  telUris,
  webexUris,
  whatsappUris,
  xmppUris,
  zoomUris,
  zulipUris,
};
