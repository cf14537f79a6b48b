import type { UriReader, UriReading } from '../services/service.js';

/** The flags of a query that are actions; the one that comes first counts. */
const flags = ['call', 'chat', 'voicemail', 'add', 'userinfo', 'sendfile'];

/** Skype URIs, and `callto:` as Skype took it. */
export const skypeUris: UriReader = {
  service: 'skype',
  schemes: ['skype', 'callto'],
  read,
};

/**
 * Read a Skype URI as sites have it: several people, flags in any order and case,
 * `skype://`, an `&` that is still HTML, and `callto:`, which calls (from the clients of the
 * time).
 *
 * @see https://learn.microsoft.com/skype-sdk/skypeuris/skypeuriapireference
 */
function read(uri: string): UriReading | undefined {
  const [, scheme, people = '', query = ''] =
    /^(skype|callto):(?:\/\/)?([^?#]*)(?:\?([^#]*))?/i.exec(
      uri.trim().replace(/&(?:amp|#38|#x26);/gi, '&'),
    ) ?? [];
  if (!scheme) return undefined;
  const fields = query.split('&').map((field) => {
    const [name = '', ...value] = field.split('=');
    const isFlag = value.length === 0;
    return {
      isFlag,
      name: decode(name).toLowerCase(),
      value: decode(value.join('=')),
    };
  });
  const value = (key: string) => fields.find(({ name }) => name === key)?.value;
  const flag = (
    fields.find(({ name }) => flags.includes(name)) ??
    fields.find(({ isFlag, name }) => isFlag && name)
  )?.name;
  const isVideo = value('video')?.toLowerCase() === 'true';
  const topic = value('topic');
  const targets = people
    .split(';')
    .map((person) => decode(person).replace(/\/+$/, '').trim())
    .filter(Boolean);
  if (targets.length === 0) {
    return {
      kind: 'inexpressible',
      reason:
        value('blob') === undefined
          ? 'it names nobody'
          : 'it is an invitation to a group, which names nobody',
    };
  }
  return {
    kind: 'read',
    action:
      isVideo && (flag ?? 'call') === 'call'
        ? 'video'
        : (flag ?? (scheme.toLowerCase() === 'callto' ? 'call' : null)),
    targets,
    parameters: topic ? { topic } : {},
  };
}

/** Decode one component; `+` is no space in a URI. */
function decode(component: string): string {
  try {
    return decodeURIComponent(component);
  } catch {
    // A `%` that encodes nothing: it was written as it is.
    return component;
  }
}
