import {
  type Contact,
  formatHead,
  missingTargets,
  resolveAsWritten,
  type Service,
  type Settings,
} from 'remark-contact-links/core';

/** Whether a service accepts an address for no action, so that no address book can have it. */
export function isRefused(address: string, service: Service): boolean {
  return [service.bare, ...Object.values(service.actions)].every(
    (action) => !action || 'reason' in action.address(address),
  );
}

/** Say what is wrong with the first address of a link that no address book can have. */
export function refusalOf(contact: Contact, settings: Settings): string | undefined {
  const service = settings.services.get(contact.service);
  if (!service) return undefined;
  const target = missingTargets(contact, settings).find(
    (each) => !isKnown(each, settings) && isRefused(each, service),
  );
  if (target === undefined) return undefined;
  // All actions refuse the address. Without an action, its first word could be taken for one.
  const [action = null] = Object.keys(service.actions);
  const head = formatHead({ ...contact, action, targets: [target], parameters: {} });
  const result = resolveAsWritten(head, settings);
  return result.kind === 'problem' ? result.reason : undefined;
}

/** Whether a target is the name of somebody in the address book. */
export function isKnown(target: string, { contacts }: Settings): boolean {
  return target.startsWith('@') && Object.hasOwn(contacts, target.slice(1));
}
