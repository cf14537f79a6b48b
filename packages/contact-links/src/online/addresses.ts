import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A server is at an address that is not one of the public network. */
export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError';
}

/** Whether an address is one of a private network, of this machine, or of no public use. */
export function isPrivate(address: string): boolean {
  return ipaddr.process(address.replace(/%.*/, '')).range() !== 'unicast';
}

/**
 * Refuse a host that is written as an address which is private: such a host is not looked up.
 *
 * @param host
 *   As `URL` has it: an address of version 6 is in brackets.
 * @throws {PrivateAddressError}
 *   When it is.
 */
export function refusePrivateHost(host: string): void {
  const address = host.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0 && isPrivate(address)) throw refusal(host);
}

/**
 * Look a host up, and refuse it where one of its addresses is private. A connection is made to
 * what this finds, so no later answer of the name server can lead elsewhere.
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
