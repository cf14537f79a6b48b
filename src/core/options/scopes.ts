import type { Service } from '../../services/service.js';
import { quote } from '../findings/problem.js';
import { own } from '../own.js';
import { OptionError, type Path, unknown } from './checks.js';

/** Find a service by one of its names, lower case. */
export function serviceNamed(
  services: ReadonlyMap<string, Service>,
  name: string,
): Service | undefined {
  return (
    services.get(name) ??
    [...services.values()].find(({ otherNames }) => otherNames?.includes(name))
  );
}

/**
 * Make a function that takes the keys of a table, each with what it names, and throws at one
 * that names the same as a key before it.
 *
 * @param path
 *   Where the table is.
 */
export function uniqueKeys(path: Path): (key: string, meaning: string) => void {
  const known = new Map<string, string>();
  return (key, meaning) => {
    const before = known.get(meaning);
    if (before !== undefined) {
      const reason = `it is the same as ${quote(before)}; use one of the two`;
      throw new OptionError([...path, key], reason);
    }
    known.set(meaning, key);
  };
}

/**
 * Get a service by one of its names, in any case.
 *
 * @throws {OptionError}
 *   When there is none.
 */
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
 *   Makes the error for an unknown one; takes the known ones.
 */
export function readScope(
  services: ReadonlyMap<string, Service>,
  scope: string,
  toError: (known: ReadonlyArray<string>) => Error,
): { service: Service; action: string | undefined } {
  const [name = '', action] = scope.toLowerCase().split(':', 2);
  const service = serviceNamed(services, name);
  if (!service) throw toError([...services.keys()]);
  if (action !== undefined && !own(service.actions, action)) {
    throw toError(Object.keys(service.actions).map((each) => `${name}:${each}`));
  }
  return { service, action };
}
