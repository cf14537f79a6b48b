import type { Label, Service } from '../services/service.js';

let names: Intl.ListFormat | undefined;

/**
 * Write the default label of a contact link.
 *
 * @param label
 *   Phrases with `{targets}` and `{service}`; without them the targets stand alone.
 * @param targets
 *   What the targets are called, one or more; English joins them.
 */
export function defaultLabel(
  label: Label | undefined,
  service: Service,
  targets: ReadonlyArray<string>,
): string {
  const isOne = targets.length === 1;
  // Making the format takes long, and few pages need it.
  if (!isOne) names ??= new Intl.ListFormat('en');
  const joined = names && !isOne ? names.format(targets) : targets.join();
  const phrase = (isOne ? label?.one : label?.several) ?? '{targets}';
  return phrase.replace(/\{(targets|service)\}/g, (_, name) =>
    name === 'targets' ? joined : service.title,
  );
}
