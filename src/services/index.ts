import { facetime } from './facetime.js';
import { jitsi } from './jitsi.js';
import { mailto } from './mailto.js';
import { matrix } from './matrix.js';
import { meet } from './meet.js';
import { messenger } from './messenger.js';
import type { Service } from './service.js';
import { sfb } from './sfb.js';
import { signal } from './signal.js';
import { sip, sips } from './sip.js';
import { skype } from './skype.js';
import { sms } from './sms.js';
import { teams } from './teams.js';
import { tel } from './tel.js';
import { telegram } from './telegram.js';
import { whatsapp } from './whatsapp.js';
import { xmpp } from './xmpp.js';
import { zoom } from './zoom.js';

/** Every service that comes with the package, by its name. */
export const services = {
  skype,
  sfb,
  teams,
  tel,
  sms,
  mailto,
  sip,
  sips,
  xmpp,
  matrix,
  facetime,
  whatsapp,
  telegram,
  signal,
  messenger,
  zoom,
  meet,
  jitsi,
} satisfies Readonly<Record<string, Service>>;

export type { Service } from './service.js';
export {
  facetime,
  jitsi,
  mailto,
  matrix,
  meet,
  messenger,
  sfb,
  signal,
  sip,
  sips,
  skype,
  sms,
  teams,
  tel,
  telegram,
  whatsapp,
  xmpp,
  zoom,
};
