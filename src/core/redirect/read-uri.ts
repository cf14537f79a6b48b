import type { Service, UriReader, UriReading } from '../../services/service.js';
import type { Contact } from '../contact.js';
import type { Settings } from '../settings.js';
import { startOf } from './start-of-uri.js';

/**
 * What a URI is:
 *
 * - `read`: a contact link that a shorthand can say;
 * - `inexpressible`: one that is right, and that no shorthand can say;
 * - `wrong`: one that its service does not take;
 * - `foreign`: not one of a registered service.
 */
export type UriAnswer =
  | { readonly kind: 'foreign' }
  | {
      readonly kind: 'read';
      readonly contact: Contact;
      /** Whether the URI has other fields, which were left out. Default: `false`. */
      readonly isPartial?: boolean;
    }
  | (Exclude<UriReading, { kind: 'read' }> & {
      /** Name of the service. */
      readonly service: string;
    });

/**
 * Read a URI, in any form of a registered service that is in use.
 *
 * @param uri
 *   The URI as it is written, without quotes and character references.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   What the URI is; of several services that know it, the first that reads it counts.
 */
export function readUri(
  uri: string,
  { readers, services }: Pick<Settings, 'readers' | 'services'>,
): UriAnswer {
  const answers = readersOf(uri, readers).flatMap(
    ({ read, service }): ReadonlyArray<UriAnswer> => {
      // Readers of services that are not registered have been left out.
      const reading = read(uri, services.get(service) as Service);
      if (!reading) return [];
      if (reading.kind !== 'read') return [{ ...reading, service }];
      const { action, isPartial, parameters, targets } = reading;
      const contact = {
        service,
        action,
        targets: [...targets],
        parameters: { ...parameters },
      };
      return [{ kind: 'read', contact, ...(isPartial ? { isPartial } : {}) }];
    },
  );
  return (
    answers.find(({ kind }) => kind === 'read') ?? answers[0] ?? { kind: 'foreign' }
  );
}

/**
 * Get the readers that may know a URI, by its scheme or host alone.
 *
 * @param readers
 *   Readers by `scheme:` or host, of which `*.` is any one label.
 */
export function readersOf(
  uri: string,
  readers: Settings['readers'],
): ReadonlyArray<UriReader> {
  const { host, scheme } = startOf(uri);
  if (!/^https?$/.test(scheme)) return readers.get(`${scheme}:`) ?? [];
  return readers.get(host) ?? readers.get(host.replace(/^[^.]+/, '*')) ?? [];
}

/**
 * Put readers under what they read.
 *
 * @param readers
 *   Readers, in the order in which they are asked.
 * @param services
 *   Services by name, as the site has set them.
 * @returns
 *   Readers by `scheme:` or host.
 */
export function readersByStart(
  readers: Iterable<UriReader>,
  services: Settings['services'],
): Map<string, Array<UriReader>> {
  const result = new Map<string, Array<UriReader>>();
  for (const reader of readers) {
    const { hosts = [], schemes, service } = reader;
    const ownHost = services.get(service)?.host?.replace(/:.*/, '');
    const starts = [...schemes.map((scheme) => `${scheme}:`), ...hosts];
    for (const key of [...starts, ...(ownHost === undefined ? [] : [ownHost])]) {
      result.set(key, [...(result.get(key) ?? []), reader]);
    }
  }
  return result;
}
