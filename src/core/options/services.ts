import type { Service } from '../../services/service.js';
import { own } from '../own.js';
import type { Registry } from '../registry.js';
import { fields, OptionError, type Path, text, wrong } from './checks.js';
import { registered } from './scopes.js';

/** Turn a service off, set something about one, or add one of the site's own. */
export function setService(
  services: Map<string, Service>,
  name: string,
  value: unknown,
  path: Path,
  { defineService }: Registry,
): void {
  const service = services.get(name);
  if (value === false) {
    services.delete(registered(services, name, path).name);
  } else if (service) {
    services.set(name, configured(service, value, path));
  } else if (defineService) {
    services.set(name, defineService(name, value, path));
  } else {
    throw new OptionError(path, 'this entry knows only the services that it is given');
  }
}

/** A service as the site has set it. */
function configured(service: Service, value: unknown, path: Path): Service {
  const { configure, settings = {} } = service;
  if (!configure) {
    throw wrong(path, value, '`false`, as nothing can be set about this service');
  }
  const given = fields(path, value, Object.keys(settings));
  const values = Object.entries(given).map(([key, each]) => {
    const { form = '', pattern, values: known } = own(settings, key) ?? {};
    const checked = text([...path, key], each, form, pattern);
    if (known && !known.includes(checked)) throw wrong([...path, key], each, form);
    return [key, checked] as const;
  });
  return configure(Object.fromEntries(values));
}
