import type { Refusal, Service, Setting } from './service.js';

/** A label of a host name: letters, digits and, between them, hyphens (RFC 1123). */
const label = String.raw`[a-z\d](?:[a-z\d-]*[a-z\d])?`;
const host = new RegExp(`^(?:${label}\\.)*${label}\\.?$`, 'i');

/**
 * Whether a text is the name of a host in ASCII, or an IPv4 address.
 *
 * @param text
 *   At most 253 characters; a dot at the end is allowed.
 */
export function isHost(text: string): boolean {
  return text.length < 254 && host.test(text);
}

/** The labels of a host in letters of any language (RFC 5890), for addresses beyond ASCII. */
const anyLetter = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?`;
const domain = new RegExp(`^(?:${anyLetter}\\.)*${anyLetter}\\.?$`, 'u');

/** Whether a text is the name of a host, in letters of any language. */
export function isDomain(text: string): boolean {
  return text.length < 254 && domain.test(text);
}

/** Whether a text is a host, with or without a port from 1 to 65535 after `:`. */
export function isHostWithPort(text: string): boolean {
  const [name, port = '1', ...others] = text.split(':') as [string, ...Array<string>];
  return (
    isHost(name) &&
    others.length === 0 &&
    /^[1-9]\d{0,4}$/.test(port) &&
    Number(port) < 65536
  );
}

/** The host of a service that people run on servers of their own. */
const hostSetting: Setting = {
  matches: isHostWithPort,
  form: 'a host, such as `meet.example.org`',
};

/**
 * Make a service whose host a site sets in option `services`.
 *
 * @param serviceAt
 *   Makes the service; without a host, as it is where the site sets none.
 * @param host
 *   What the host may be. Default: any.
 */
export function withHost<Made extends Service>(
  serviceAt: (host?: string) => Made,
  host = hostSetting,
) {
  return {
    ...serviceAt(),
    settings: { host },
    configure: (values: Readonly<Record<string, string>>) => serviceAt(values.host),
  };
}

/** Make the refusal of a target without a server, where the site sets none either. */
export function withoutHost(service: string): Refusal {
  return { reason: `set option \`services.${service}.host\` to its server` };
}
