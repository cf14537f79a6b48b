import { readHead, type Service, type Settings } from 'remark-contact-links/core';
import type { Hover } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Shorthand } from '../page/page.js';
import { actionOf } from '../page/slot.js';
import { toRange } from './places.js';
import { code, plain } from './words.js';

/** Say what a shorthand is; nothing of one that is not a link. */
export function hover(
  { label, link, range, text }: Shorthand,
  document: TextDocument,
  settings: Settings,
): Hover | undefined {
  if (!link) return undefined;
  const source = document.getText(toRange(document, range));
  const written = label
    ? source.slice(label.start - range.start, label.end - range.start)
    : link.label;
  const lines = [
    `**${plain(written)}**`,
    code(link.url),
    ...peopleIn(text, settings),
    ...parametersIn(text, settings),
    ...closingOf(settings.services.get(link.contact.service)),
  ];
  return {
    contents: { kind: 'markdown', value: lines.join('\n\n') },
    range: toRange(document, range),
  };
}

/** Whom it reaches, where the address book says that. */
function peopleIn(head: string, { contacts, ...settings }: Settings): Array<string> {
  const read = readHead(head, { contacts, ...settings });
  if (!read) return [];
  const { service, targets } = read;
  const people = targets.flatMap(({ value }) => {
    const key = value.slice(1);
    if (!value.startsWith('@') || !Object.hasOwn(contacts, key)) return [];
    const entry = contacts[key];
    const address = entry?.[service.name];
    return address === undefined
      ? []
      : [`- ${plain(entry?.name ?? key)}: ${code(address)}`];
  });
  return people.length > 0 ? [people.join('\n')] : [];
}

function parametersIn(head: string, settings: Settings): Array<string> {
  const read = readHead(head, settings);
  if (!read || read.parameters.length === 0) return [];
  const { parameters, service, word } = read;
  const name = word?.value.toLowerCase() ?? '';
  const action = actionOf(service, {
    action: Object.hasOwn(service.actions, name) ? name : undefined,
    targets: [],
    keys: [],
  });
  const lines = parameters.map(({ key, value }) => {
    const isSecret = action?.parameters[key]?.secret ?? false;
    return `- ${code(key)}: ${isSecret ? '…' : plain(value)}`;
  });
  return [lines.join('\n')];
}

/** That a service has closed, with the day. */
function closingOf(service: Service | undefined): Array<string> {
  return service?.retired === undefined ? [] : [plain(service.retired)];
}
