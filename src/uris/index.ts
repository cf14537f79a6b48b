/**
 * What reads the URIs of the services, in the forms that are in use.
 *
 * @module
 */
import type { UriReader } from '../services/service.js';
import { facetimeUris } from './facetime.js';
import { jitsiUris } from './jitsi.js';
import { mailtoUris } from './mailto.js';
import { matrixUris } from './matrix.js';
import { meetUris } from './meet.js';
import { messengerUris } from './messenger.js';
import { sfbUris } from './sfb.js';
import { signalUris } from './signal.js';
import { sipsUris, sipUris } from './sip.js';
import { skypeUris } from './skype.js';
import { smsUris } from './sms.js';
import { teamsUris } from './teams.js';
import { telUris } from './tel.js';
import { telegramUris } from './telegram.js';
import { whatsappUris } from './whatsapp.js';
import { xmppUris } from './xmpp.js';
import { zoomUris } from './zoom.js';

/** What reads the URIs of every service that comes with the package. */
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
];

export type { UriReader, UriReading } from '../services/service.js';
export {
  facetimeUris,
  jitsiUris,
  mailtoUris,
  matrixUris,
  meetUris,
  messengerUris,
  sfbUris,
  signalUris,
  sipsUris,
  sipUris,
  skypeUris,
  smsUris,
  teamsUris,
  telegramUris,
  telUris,
  whatsappUris,
  xmppUris,
  zoomUris,
};
