import type { Service, Settings } from 'remark-contact-links/core';
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  InsertTextFormat,
  type Position,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { actionOf, type Place, placeAt, type Slot } from '../page/slot.js';
import type { ContactIndex } from './contact-index.js';
import { describeAction, describeParameter, describeService } from './descriptions.js';
import { code, exampleOf, plain } from './words.js';

/** What a client can show. */
export interface CompletionAbilities {
  hasSnippets: boolean;
  /** A command of the client that shows completions again. Default: it has none. */
  suggest: string | undefined;
}

/** A completion without its place. */
interface Item extends Omit<CompletionItem, 'textEdit'> {
  /** The text to insert; `$0` is where the cursor goes. */
  text: string;
  /** Whether something more can be completed after it. */
  goesOn?: boolean;
}

/** The most contacts that are shown at once. */
export const mostContacts = 200;

/** List what can be written at a place. */
export function complete(
  document: TextDocument,
  position: Position,
  settings: Settings,
  contacts: ContactIndex,
  abilities: CompletionAbilities,
): CompletionList {
  const line = lineAt(document, position.line);
  const place = placeAt(line, position.character, settings);
  if (!place) return { isIncomplete: false, items: [] };
  const typed = line.slice(place.slot.range.start, position.character);
  const { isIncomplete, items } = itemsFor(place, typed, settings, contacts, line);
  const range = {
    start: { line: position.line, character: place.slot.range.start },
    end: { line: position.line, character: place.slot.range.end },
  };
  return { isIncomplete, items: items.map((item) => finished(item)) };

  function finished({ goesOn = false, text, ...item }: Item): CompletionItem {
    const { hasSnippets, suggest } = abilities;
    const newText = hasSnippets
      ? text
      : text.replace(/\$\{\d+:?([^}]*)\}|\$0/g, '$1').replace(/\\([$}\\])/g, '$1');
    return {
      ...item,
      textEdit: { range, newText },
      ...(hasSnippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      ...(suggest !== undefined && goesOn
        ? { command: { title: 'Suggest', command: suggest } }
        : {}),
    };
  }
}

interface Found {
  isIncomplete: boolean;
  items: Array<Item>;
}

function itemsFor(
  { isClosed, slot }: Place,
  typed: string,
  settings: Settings,
  contacts: ContactIndex,
  line: string,
): Found {
  const end = isClosed ? '' : ']]';
  const whole = (items: Array<Item>): Found => ({ isIncomplete: false, items });
  switch (slot.kind) {
    case 'service':
      return whole(serviceItems(settings, end));
    case 'action': {
      const people = slot.service.bare
        ? contactItems(slot.service, typed, contacts, end)
        : { isIncomplete: false, items: [] };
      const gap = /^\s/.test(line.slice(slot.range.end)) ? '' : ' ';
      const items = [...actionItems(slot.service, gap, end), ...people.items];
      return { ...people, items };
    }
    case 'target':
      return contactItems(slot.service, typed, contacts, end);
    case 'parameter':
      return whole(parameterItems(slot, end));
    case 'value':
      return whole(valueItems(slot));
  }
}

function serviceItems({ names, services }: Settings, end: string): Array<Item> {
  return [...services.values()].map((service) => {
    const { name, otherNames = [], retired, title } = service;
    const others = otherNames.filter((each) => names.get(each) === service);
    return {
      label: name,
      kind: CompletionItemKind.Module,
      detail: title,
      documentation: {
        kind: 'markdown',
        value: [
          ...(retired === undefined ? [] : [plain(retired)]),
          plain(describeService(service)),
          `Example: ${code(`[[${exampleHead(service)}]]`)}`,
          ...(others.length > 0 ? [`Also: ${others.map(code).join(', ')}`] : []),
        ].join('\n\n'),
      },
      filterText: [name, ...others].join(' '),
      // Open services come first.
      sortText: `${retired === undefined ? 0 : 1}${name}`,
      ...(retired === undefined ? {} : { tags: [CompletionItemTag.Deprecated] }),
      text: `${snippetText(name)}:$0${end}`,
      goesOn: true,
    };
  });
}

function exampleHead(service: Service): string {
  const { actions, bare, name } = service;
  const [[word, action] = []] = Object.entries(actions);
  return bare || word === undefined
    ? `${name}:${exampleOf(service, bare)}`
    : `${name}:${word} ${exampleOf(service, action)}`;
}

function actionItems(service: Service, gap: string, end: string): Array<Item> {
  return Object.entries(service.actions).map(([name, action], index) => ({
    label: name,
    kind: CompletionItemKind.Function,
    detail: describeAction(service, name, action),
    documentation: {
      kind: 'markdown',
      value: `Example: ${code(`[[${service.name}:${name} ${exampleOf(service, action)}]]`)}`,
    },
    sortText: `0${String(index).padStart(3, '0')}`,
    text: `${snippetText(name)}${gap}$0${end}`,
    goesOn: true,
  }));
}

function contactItems(
  service: Service,
  typed: string,
  contacts: ContactIndex,
  end: string,
): Found {
  const { found, isAll } = contacts.find(service.name, typed, mostContacts);
  return {
    isIncomplete: !isAll,
    items: found.map(({ address, key, name }) => ({
      label: `@${key}`,
      kind: CompletionItemKind.Reference,
      detail: name ?? key,
      documentation: { kind: 'markdown', value: `${service.title}: ${code(address)}` },
      filterText: `@${key} ${name ?? ''}`.trim(),
      sortText: `1${key}`,
      text: `@${snippetText(key)}$0${end}`,
    })),
  };
}

function parameterItems(
  { before, service }: Extract<Slot, { kind: 'parameter' }>,
  end: string,
): Array<Item> {
  const action = actionOf(service, before);
  return Object.entries(action?.parameters ?? {}).flatMap(([key, parameter]) => {
    const { fewestTargets = 1, required = false } = parameter;
    const description = describeParameter(service, key);
    // A parameter that is given twice, or has no effect, would be an error.
    if (before.keys.includes(key) || before.targets.length < fewestTargets) return [];
    return {
      label: key,
      kind: CompletionItemKind.Property,
      detail: required ? 'required' : 'optional',
      ...(description === undefined
        ? {}
        : { documentation: { kind: 'markdown', value: description } }),
      sortText: `${required ? 0 : 1}${key}`,
      text: `${snippetText(key)}="\${1}"$0${end}`,
      goesOn: true,
    };
  });
}

function valueItems({
  before,
  key,
  service,
}: Extract<Slot, { kind: 'value' }>): Array<Item> {
  const parameter = actionOf(service, before)?.parameters[key];
  return (parameter?.values ?? []).map((value, index) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    sortText: String(index).padStart(3, '0'),
    text: snippetText(value),
  }));
}

function snippetText(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

/** Get a line of a document, without its ending. */
export function lineAt(document: TextDocument, line: number): string {
  return document
    .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .replace(/[\r\n]+$/, '');
}
