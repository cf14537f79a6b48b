import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The error for a server whose address is not part of the public network. */
export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError';
}

/** Whether an address is that of a private network, of this machine, or otherwise not public. */
export function isPrivate(address: string): boolean {
  return ipaddr.process(address.replace(/%.*/, '')).range() !== 'unicast';
}

/**
 * Refuse a host that is written as a private address: such a host is not looked up.
 *
 * @param host
 *   The host as `URL` has it, with an IPv6 address in brackets.
 * @throws {PrivateAddressError}
 *   When the address is private.
 */
export function refusePrivateHost(host: string): void {
  const address = host.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0 && isPrivate(address)) throw refusal(host);
}

/**
 * Look a host up, and refuse it where one of its addresses is private. The connection is made to
 * the addresses found here, so no later answer of the name server can lead elsewhere.
 */
export const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...(options as LookupOptions), all: true }, (error, addresses) => {
    if (error) return done(error, []);
    if (addresses.some(({ address }) => isPrivate(address))) {
      return done(refusal(host), []);
    }
    const [first] = addresses as [LookupAddress, ...Array<LookupAddress>];
    return options.all
      ? done(null, addresses)
      : done(null, first.address, first.family);
  });
};

function refusal(host: string): PrivateAddressError {
  return new PrivateAddressError(`${host} is at a private address`);
}
