import type { UriReading } from './service.js';

/** The flags of a query that are actions; the one that comes first counts. */
const flags = ['call', 'chat', 'voicemail', 'add', 'userinfo', 'sendfile'];

/**
 * Read a Skype URI as sites have it: several people, flags in any order and case,
 * `skype://`, an `&` that is still HTML, and `callto:`, which calls.
 *
 * Microsoft, Skype URI API reference; `callto:` from the clients of the time.
 *
 * @returns
 *   What the URI asks for; no target where it names nobody, as `skype:?chat&blob=…` does.
 *   Nothing for a URI of another scheme.
 */
export function readSkypeUri(uri: string): UriReading | undefined {
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
  return {
    action:
      isVideo && (flag ?? 'call') === 'call'
        ? 'video'
        : (flag ?? (scheme.toLowerCase() === 'callto' ? 'call' : null)),
    targets: people
      .split(';')
      .map((person) => decode(person).replace(/\/+$/, '').trim())
      .filter(Boolean),
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
