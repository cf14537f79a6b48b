import { startOf } from '../core/redirect/start-of-uri.js';
import { type GoneService, goneServices } from './services.js';

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
  const { host, scheme } = startOf(text);
  const key = /^(?:https?|ircs?|xmpp)$/.test(scheme) ? host : `${scheme}:`;
  return goneServices.find(
    ({ form, starts }) =>
      starts.some((each) =>
        each.startsWith('*') ? key.endsWith(each.slice(1)) : each === key,
      ) &&
      (form?.test(text) ?? true),
  );
}
