import type { Action, Service } from 'remark-contact-links/core';
import { type Description, descriptions } from 'remark-contact-links/descriptions';
import { services } from 'remark-contact-links/services';
import { purposeOf } from './words.js';

/** The description of a service; none of one that a site has defined in its place. */
function descriptionOf({ name, title }: Service): Description | undefined {
  return isBuiltIn(name) && services[name].title === title
    ? descriptions[name]
    : undefined;
}

function isBuiltIn(name: string): name is keyof typeof services {
  return Object.hasOwn(services, name);
}

/** Say what a service is for: of one of the site's own, what its labels say. */
export function describeService(service: Service): string {
  const found = descriptionOf(service);
  if (found) return found.service;
  const all = [service.bare, ...Object.values(service.actions)];
  const phrases = all.flatMap((action) =>
    action?.label ? [purposeOf(service, action)] : [],
  );
  return [...new Set(phrases)].join('; ') || service.title;
}

/**
 * Say what an action does: one of the site's own, what its label says.
 *
 * @param name
 *   Name of the action, lower case.
 */
export function describeAction(
  service: Service,
  name: string,
  action: Action | undefined,
): string {
  return descriptionOf(service)?.actions[name] ?? purposeOf(service, action);
}

/** Say what a parameter is; nothing of one of the site's own. */
export function describeParameter(service: Service, key: string): string | undefined {
  return descriptionOf(service)?.parameters[key];
}
