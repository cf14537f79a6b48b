import type { Action, Service } from 'remark-contact-links/core';
import { type Description, descriptions } from 'remark-contact-links/descriptions';
import { services } from 'remark-contact-links/services';
import { purposeOf } from './words.js';

/** Get the description of a service; nothing where a site has defined another one in its place. */
function descriptionOf({ name, title }: Service): Description | undefined {
  return isBuiltIn(name) && services[name].title === title
    ? descriptions[name]
    : undefined;
}

function isBuiltIn(name: string): name is keyof typeof services {
  return Object.hasOwn(services, name);
}

/** Say what a service is for; a service that the site defines is described by its labels. */
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
 * Say what an action does; an action that the site defines is described by its label.
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

/** Say what a parameter is; nothing where the site defines it. */
export function describeParameter(service: Service, key: string): string | undefined {
  return descriptionOf(service)?.parameters[key];
}
