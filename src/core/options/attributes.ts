import type { Service } from '../../services/service.js';
import type { Attributes } from '../names.js';
import { inertAttribute, sharedScopes } from '../resolve/attributes.js';
import { entries, type Path, unknown, wrong } from './checks.js';
import { readScope, uniqueKeys } from './scopes.js';

/** Check the entries of option `attributes`; the result has the services' own names. */
export function attributesByScope(
  given: ReadonlyArray<[key: string, value: unknown]>,
  services: ReadonlyMap<string, Service>,
): Record<string, Attributes> {
  const result: Record<string, Attributes> = {};
  const checkKey = uniqueKeys(['attributes']);
  for (const [key, value] of given) {
    const path = ['attributes', key];
    const scope = scopeOf(services, key, path);
    checkKey(key, scope);
    result[scope] = attributes(value, path);
  }
  return result;
}

function scopeOf(
  services: ReadonlyMap<string, Service>,
  key: string,
  path: Path,
): string {
  const shared = sharedScopes.find((scope) => scope === key.toLowerCase());
  if (shared) return shared;
  const { action, service } = readScope(services, key, (known) =>
    unknown(path, [...sharedScopes, ...known]),
  );
  return action === undefined ? service.name : `${service.name}:${action}`;
}

/** Check the attributes of a scope. */
function attributes(value: unknown, path: Path): Attributes {
  const form =
    '`class`, `id`, `rel`, `title`, `target`, `data-*`, `aria-*` and the like';
  const given = Object.fromEntries(entries(path, value));
  for (const [name, attribute] of Object.entries(given)) {
    if (!inertAttribute.test(name)) throw unknown([...path, name], [], form);
    if (!/^(?:string|number|boolean)$/.test(typeof attribute)) {
      throw wrong([...path, name], attribute, 'a text, a number or a boolean');
    }
  }
  return given as Attributes;
}
