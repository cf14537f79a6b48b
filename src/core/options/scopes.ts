import type { Service } from '../../services/service.js';
import { own } from '../own.js';
import { type Path, unknown } from './checks.js';

/** Get a service by its name. */
export function registered(
  services: ReadonlyMap<string, Service>,
  name: string,
  path: Path,
): Service {
  return readScope(services, name, (known) => unknown(path, known)).service;
}

/**
 * Read what names a service, or one of its actions: `skype`, `skype:call`.
 *
 * @param toError
 *   Makes the error for one that there is not, given those that there are.
 */
export function readScope(
  services: ReadonlyMap<string, Service>,
  scope: string,
  toError: (known: ReadonlyArray<string>) => Error,
): { service: Service; action: string | undefined } {
  const [name = '', action] = scope.toLowerCase().split(':', 2);
  const service = services.get(name);
  if (!service) throw toError([...services.keys()]);
  if (action !== undefined && !own(service.actions, action)) {
    throw toError(Object.keys(service.actions).map((each) => `${name}:${each}`));
  }
  return { service, action };
}
