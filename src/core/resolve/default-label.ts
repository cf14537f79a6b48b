import type { Label, Service } from '../../services/service.js';

const formats = new Map<string, Intl.ListFormat>();

/**
 * Write the default label of a contact link.
 *
 * @param label
 *   Phrases with `{targets}` and `{service}`; without them the targets stand alone.
 * @param targets
 *   What the targets are called, one or more.
 * @param locale
 *   BCP 47 language tag; it decides how the targets are joined.
 */
export function defaultLabel(
  label: Label | undefined,
  service: Service,
  targets: ReadonlyArray<string>,
  locale: string,
): string {
  const isOne = targets.length === 1;
  const joined = isOne ? targets.join() : joinNames(targets, locale);
  const phrase = (isOne ? label?.one : (label?.several ?? label?.one)) ?? '{targets}';
  return phrase.replace(/\{(targets|service)\}/g, (_, name) =>
    name === 'targets' ? joined : service.title,
  );
}

/** Making a format takes long, and few pages need one. */
function joinNames(names: ReadonlyArray<string>, locale: string): string {
  const format = formats.get(locale) ?? new Intl.ListFormat(locale);
  formats.set(locale, format);
  return format.format(names);
}
