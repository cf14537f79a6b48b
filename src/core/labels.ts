import type { Label, Service } from '../services/service.js';

/**
 * Write the default label of a contact link.
 *
 * @param label
 *   Phrases with `{targets}` and `{service}`; without them the names stand alone.
 * @param names
 *   What the targets are called, one or more.
 * @param locale
 *   BCP 47 language tag; it decides how names are joined.
 */
export function defaultLabel(
  label: Label | undefined,
  service: Service,
  names: ReadonlyArray<string>,
  locale: string,
): string {
  const targets = joinNames(names, locale);
  if (!label) return targets;
  const phrase = (names.length > 1 && label.several) || label.one;
  return phrase.replace(/\{(targets|service)\}/g, (_, placeholder: string) =>
    placeholder === 'targets' ? targets : service.title,
  );
}

const listFormats = new Map<string, Intl.ListFormat>();

function joinNames(names: ReadonlyArray<string>, locale: string): string {
  if (names.length < 2) return names.join();
  let format = listFormats.get(locale);
  if (!format) {
    format = new Intl.ListFormat(locale);
    listFormats.set(locale, format);
  }
  return format.format(names);
}
