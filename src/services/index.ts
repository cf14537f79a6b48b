import { facetime } from './facetime.js';
import { jitsiService } from './jitsi.js';
import { mailto } from './mailto.js';
import { matrixService } from './matrix.js';
import { meet } from './meet.js';
import { messenger } from './messenger.js';
import type { Registry } from './service.js';
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

/** Every service that comes with the package, as it is without options. */
const services: Registry['services'] = [
  skype,
  sfb,
  teams,
  tel,
  sms,
  mailto,
  sip,
  sips,
  xmpp,
  matrixService('https'),
  facetime,
  whatsapp,
  telegram,
  signal,
  messenger,
  zoom,
  meet,
  jitsiService('meet.jit.si'),
];

/** The services that can be configured, by their name. */
const configurable: Registry['configurable'] = {
  matrix: {
    setting: 'scheme',
    pattern: /^(?:https|matrix)$/,
    form: '`https` or `matrix`',
    make: matrixService,
  },
  jitsi: {
    setting: 'host',
    pattern: /^[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/i,
    form: 'a host, such as `meet.example.org`',
    make: jitsiService,
  },
};

/** What comes with the package. */
export const registry: Registry = { services, configurable };
