import type { Service } from '../../services/service.js';
import type { Attributes } from '../names.js';
import { inertAttribute } from '../resolve/attributes.js';
import { entries, unknown, wrong } from './checks.js';
import { readScope } from './scopes.js';

/** Check the attributes of all links, or of a service or an action. */
export function attributes(
  services: ReadonlyMap<string, Service>,
  key: string,
  value: unknown,
): Attributes {
  const path = ['attributes', key];
  if (key !== '*') readScope(services, key, (known) => unknown(path, known));
  const form =
    '`class`, `id`, `rel`, `title`, `target`, `data-*`, `aria-*` and the like';
  const given = Object.fromEntries(entries(path, value));
  for (const [name, attribute] of Object.entries(given)) {
    if (!inertAttribute.test(name)) throw unknown([...path, name], form);
    if (!/^(?:string|number|boolean)$/.test(typeof attribute)) {
      throw wrong([...path, name], attribute, 'a text, a number or a boolean');
    }
  }
  return given as Attributes;
}
