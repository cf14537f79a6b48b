import {
  type ContactLink,
  type ReadHead,
  readHead,
  type Service,
  type Settings,
} from 'remark-contact-links/core';
import type { Hover } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Shorthand } from '../page/page.js';
import { describeAction, describeParameter } from './descriptions.js';
import { toRange } from './places.js';
import { code, plain } from './words.js';

/** Describe a shorthand; nothing where it is not a link. */
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
  // The head of a link can always be read.
  const read = readHead(text, settings) as ReadHead;
  const lines = [
    `**${plain(written)}**`,
    code(link.url),
    ...purposeIn(link),
    ...peopleIn(read, settings),
    ...parametersIn(read),
    ...closingOf(settings.services.get(link.contact.service)),
  ];
  return {
    contents: { kind: 'markdown', value: lines.join('\n\n') },
    range: toRange(document, range),
  };
}

/** Say what happens when somebody follows the link. */
function purposeIn({ contact: { action: name }, service }: ContactLink): Array<string> {
  const action = name === null ? service.bare : service.actions[name];
  const [word] =
    Object.entries(service.actions).find(([, each]) => each === action) ?? [];
  return word === undefined ? [] : [describeAction(service, word, action)];
}

/** List the people whom the link reaches, as far as they are in the address book. */
function peopleIn(
  { service, targets }: ReadHead,
  { contacts }: Settings,
): Array<string> {
  const people = targets.flatMap(({ value }) => {
    const key = value.slice(1);
    const isContact = value.startsWith('@') && Object.hasOwn(contacts, key);
    const { name = key, [service.name]: address } = (isContact && contacts[key]) || {};
    return address === undefined ? [] : [`- ${plain(name)}: ${code(address)}`];
  });
  return people.length > 0 ? [people.join('\n')] : [];
}

/** List the parameters with their values, except for secrets. */
function parametersIn({ parameters, service, word }: ReadHead): Array<string> {
  if (parameters.length === 0) return [];
  const name = word?.value.toLowerCase() ?? '';
  const action = Object.hasOwn(service.actions, name)
    ? service.actions[name]
    : service.bare;
  const lines = parameters.map(({ key, value }) => {
    const isSecret = action?.parameters[key]?.secret ?? false;
    const meaning = describeParameter(service, key);
    return [
      `- ${code(key)}: ${isSecret ? '…' : plain(value)}`,
      ...(meaning === undefined ? [] : [`  ${meaning}`]),
    ].join('\\\n');
  });
  return [lines.join('\n')];
}

/** Say that a service has closed, with the day. */
function closingOf(service: Service | undefined): Array<string> {
  return service?.retired === undefined ? [] : [plain(service.retired)];
}
