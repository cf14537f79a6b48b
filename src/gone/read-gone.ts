import { type GoneService, goneServices } from './services.js';

/** A scheme, and what follows it up to the end of a host. */
const start = /^([a-z][a-z\d+.-]*):(?:\/\/(?:[^/?#@]*@)?([^/?#:]*))?/i;

/**
 * Find out whether a URI leads to a service that is gone.
 *
 * @param uri
 *   The URI as it is written, without quotes and character references.
 * @returns
 *   The service; nothing where the URI leads to none of them.
 */
export function readGone(uri: string): GoneService | undefined {
  const text = uri.trim();
  const [, scheme = '', host = ''] = start.exec(text) ?? [];
  const isOnHost = /^(?:https?|ircs?|xmpp)$/i.test(scheme);
  const key = (isOnHost ? host : `${scheme}:`).toLowerCase();
  return goneServices.find(
    ({ form, starts }) =>
      starts.some((each) =>
        each.startsWith('*') ? key.endsWith(each.slice(1)) : each === key,
      ) &&
      (form?.test(text) ?? true),
  );
}
