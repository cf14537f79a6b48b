import type { Service } from '../../services/service.js';
import type { Registry } from '../registry.js';
import { fields, OptionError, type Path, text, wrong } from './checks.js';
import { registered, serviceNamed, uniqueKeys } from './scopes.js';

/**
 * Turn services off, configure some, and add those that the site defines.
 *
 * @param given
 *   The entries of option `services`.
 * @param registry
 *   The services without options, and what can be done to them.
 * @returns
 *   Services by their own names.
 * @throws {OptionError}
 *   When one of the entries is wrong.
 */
export function setServices(
  given: ReadonlyArray<[name: string, value: unknown]>,
  registry: Registry,
): Map<string, Service> {
  const services = new Map(Object.entries(registry.services));
  const checkKey = uniqueKeys(['services']);
  for (const [key, value] of given) {
    const name = key.toLowerCase();
    const known = serviceNamed(services, name);
    const isOwn = isDefinition(value);
    checkKey(key, isOwn ? name : (known?.name ?? name));
    const path = ['services', key];
    if (value === false) services.delete(registered(services, name, path).name);
    else if (known && !isOwn) services.set(known.name, configured(known, value, path));
    else services.set(name, ownService(name, value, path, registry));
  }
  return services;
}

/** Put services under all names that authors may write. */
export function byAllNames(
  services: ReadonlyMap<string, Service>,
): Map<string, Service> {
  const names = new Map(services);
  for (const service of services.values()) {
    for (const name of service.otherNames ?? []) {
      // A service that the site defines may have the other name of one that comes along.
      if (!names.has(name)) names.set(name, service);
    }
  }
  return names;
}

/** Whether a value defines a service, even in place of one that comes with the package. */
export function isDefinition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'actions' in value;
}

function ownService(
  name: string,
  value: unknown,
  path: Path,
  { defineService }: Registry,
): Service {
  if (!defineService) {
    throw new OptionError(path, 'this entry knows only the services that it is given');
  }
  return defineService(name, value, path);
}

/** Configure a service as the site asks. */
function configured(service: Service, value: unknown, path: Path): Service {
  const { configure, settings = {} } = service;
  if (!configure) {
    throw wrong(path, value, '`false`, as nothing can be set about this service');
  }
  const given = fields(path, value, Object.keys(settings));
  const values: Record<string, string> = {};
  for (const [key, { form, matches, values: known }] of Object.entries(settings)) {
    if (!(key in given)) continue;
    const checked = text([...path, key], given[key], form);
    const isRight = matches?.(checked) ?? known?.includes(checked);
    if (!isRight) throw wrong([...path, key], checked, form);
    values[key] = checked;
  }
  return configure(values);
}
