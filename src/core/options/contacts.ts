import { forbiddenInTarget, forbiddenInValue } from '../../services/forbidden.js';
import type { Service } from '../../services/service.js';
import { entries, OptionError, type Path, text, wrong } from './checks.js';
import { registered, uniqueKeys } from './scopes.js';

/** Check an entry of the address book. */
export function contact(
  services: ReadonlyMap<string, Service>,
  path: Path,
  value: unknown,
): Record<string, string> {
  const result: Record<string, string> = {};
  const checkKey = uniqueKeys(path);
  for (const [name, given] of entries(path, value)) {
    const key = [...path, name];
    // Around the address book of a file, there is no such key.
    if (typeof given === 'object' && path.at(-1) === 'contacts') {
      throw new OptionError(path, 'leave out the outer `contacts`');
    }
    if (name === 'name') {
      result.name = text(key, given);
      const hidden = forbiddenInValue(result.name);
      if (hidden) throw wrong(key, given, `a name without ${hidden}`);
      continue;
    }
    const service = registered(services, name, key);
    checkKey(name, service.name);
    const address = text(key, given).trim();
    const checks = [service.bare, ...Object.values(service.actions)];
    const refusals = checks.flatMap((action) => {
      const refusal = action?.address(address);
      return refusal && 'address' in refusal ? [] : [refusal?.reason];
    });
    const forbidden = forbiddenInTarget(address);
    if (forbidden || refusals.length === checks.length) {
      const form = `an address of ${service.title}, such as \`${service.example}\``;
      throw wrong(key, given, `${form} (${forbidden ?? refusals.at(-1)})`);
    }
    result[service.name] = address;
  }
  return result;
}
