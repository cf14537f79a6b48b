import { forbiddenInTarget } from '../services/characters.js';
import {
  type CustomService,
  customService,
  templateScheme,
} from '../services/custom.js';
import type { Action, Label, Registry, Service } from '../services/service.js';
import { own } from './action.js';
import { inertAttribute } from './attributes.js';
import { entries, fields, join, text, unknown, wrong } from './check-options.js';
import type { Attributes, AttributesByScope, ByService, Labels } from './names.js';
import { quoteList } from './problem.js';

/** Whom a name in the address book stands for: addresses by service. */
export interface ContactEntry extends ByService<string> {
  /** What a label calls them. Default: the name in the address book. */
  name?: string | null | undefined;
}

/** Configuration. All of it can be written as JSON. */
export interface Options {
  /**
   * What happens to a shorthand that cannot become a link. Its text stays in the page in
   * any case.
   *
   * - `'warn'`: a warning, at the place of the shorthand;
   * - `'error'`: the same as errors, and the build stops;
   * - `'ignore'`: nothing is said.
   *
   * @default 'warn'
   */
  invalid?: 'warn' | 'error' | 'ignore' | null | undefined;
  /**
   * Whether a file that links to a service which has closed, as Skype has, gets a message
   * of level info.
   *
   * @default 'info'
   */
  retired?: 'info' | 'ignore' | null | undefined;
  /**
   * Services by name: `false` turns one off, an object configures one
   * (`{matrix: {scheme: 'matrix'}}`, `{jitsi: {host: 'meet.example.org'}}`) or defines one
   * of your own.
   */
  services?:
    | ByService<false | CustomService | Record<string, string>>
    | null
    | undefined;
  /** Address book: `[[teams:chat @support]]` takes the address from `contacts.support.teams`. */
  contacts?: Record<string, ContactEntry> | null | undefined;
  /**
   * Default labels by service and action, with `{targets}` and `{service}`; one phrase, or
   * one for one target and one for several.
   */
  labels?: Labels | null | undefined;
  /**
   * Language that joins several names, as BCP 47 tag.
   *
   * @default 'en'
   */
  locale?: string | null | undefined;
  /**
   * Attributes of the anchors: under `'*'` for all, under `'skype'` for a service, under
   * `'skype:call'` for an action; the narrower win, and classes add up.
   */
  attributes?: AttributesByScope | null | undefined;
}

/** The options once they are checked, with all their defaults. */
export interface Settings {
  /** Registered services by their name. */
  services: ReadonlyMap<string, Service>;
  invalid: 'warn' | 'error' | 'ignore';
  retired: 'info' | 'ignore';
  /** Addresses by service, and names, by the name in the address book. */
  contacts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  locale: string;
  attributes: Readonly<Record<string, Attributes>>;
}

/**
 * Check options and fill in defaults.
 *
 * @throws {TypeError}
 *   On an unknown key or a wrong value; the message names the path, what was given and
 *   what is allowed.
 */
export function resolveOptions(
  options: Readonly<Options> | null | undefined,
  registry: Registry,
): Settings {
  const given = fields('', options, [
    ...['invalid', 'retired', 'services', 'contacts', 'labels', 'locale', 'attributes'],
  ]);
  const services = new Map(registry.services.map((service) => [service.name, service]));
  for (const [name, value] of entries('services', given.services)) {
    setService(services, registry, name.toLowerCase(), value, join('services', name));
  }
  for (const [name, value] of entries('labels', given.labels)) {
    const path = join('labels', name);
    const service = registered(services, name, path);
    services.set(service.name, withLabels(service, path, value));
  }
  return {
    services,
    invalid: choose('invalid', given.invalid, ['warn', 'error', 'ignore']),
    retired: choose('retired', given.retired, ['info', 'ignore']),
    contacts: Object.fromEntries(
      entries('contacts', given.contacts).map(([name, value]) => [
        text(
          join('contacts', name),
          name,
          'a name of letters, digits, `.`, `-`, `_`',
          /^[\w.-]+$/,
        ),
        contact(services, join('contacts', name), value),
      ]),
    ),
    locale: locale(given.locale),
    attributes: Object.fromEntries(
      entries('attributes', given.attributes).map(([key, value]) => [
        key.toLowerCase(),
        attributes(services, key, value),
      ]),
    ),
  };
}

function choose<Choice extends string>(
  path: string,
  given: unknown,
  allowed: readonly [Choice, ...Array<Choice>],
): Choice {
  const found = allowed.find((choice) => choice === (given ?? allowed[0]));
  if (found === undefined) throw wrong(path, given, quoteList(allowed));
  return found;
}

function registered(
  services: ReadonlyMap<string, Service>,
  name: string,
  path: string,
): Service {
  const service = services.get(name.toLowerCase());
  if (!service) {
    throw unknown(path, [...services.keys()]);
  }
  return service;
}

function locale(given: unknown): string {
  const tag = text('locale', given ?? 'en');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    throw wrong('locale', given, 'a BCP 47 language tag, such as `de` or `zh-Hans`');
  }
}

function setService(
  services: Map<string, Service>,
  { configurable }: Registry,
  name: string,
  value: unknown,
  path: string,
): void {
  const setting = own(configurable, name);
  if (value === false) {
    services.delete(registered(services, name, path).name);
  } else if (setting) {
    const given = fields(path, value, [setting.setting]);
    const key = join(path, setting.setting);
    const chosen = text(key, given[setting.setting], setting.form, setting.pattern);
    services.set(name, setting.make(chosen));
  } else if (services.has(name)) {
    throw wrong(path, value, '`false`, as this service cannot be configured');
  } else {
    text(path, name, 'a name of letters, digits, `+`, `-`, `.`', /^[a-z][a-z\d+.-]*$/);
    services.set(name, customService(name, definition(path, value)));
  }
}

function definition(path: string, value: unknown): CustomService {
  const given = fields(path, value, ['title', 'example', 'actions', 'default']);
  const actions = entries(join(path, 'actions'), given.actions);
  const names = actions.map(([name]) => name);
  if (actions.length === 0) {
    throw wrong(
      join(path, 'actions'),
      given.actions,
      'an object with one action or more',
    );
  }
  return {
    title: text(join(path, 'title'), given.title),
    example: text(join(path, 'example'), given.example),
    default: given.default
      ? choose(join(path, 'default'), given.default, names as [string])
      : null,
    actions: Object.fromEntries(
      actions.map(([name, action]) => {
        const key = join(join(path, 'actions'), name);
        text(key, name, 'a name of letters, digits, `-`', /^[a-z][\w-]*$/i);
        return [name, customAction(key, action)];
      }),
    ),
  };
}

function customAction(path: string, value: unknown): CustomService['actions'][string] {
  const keys = ['template', 'pattern', 'form', 'most', 'parameters', 'label'];
  const given = fields(path, value, keys);
  const template = text(join(path, 'template'), given.template);
  if (!templateScheme(template)) {
    const form =
      'a URI Template that begins with the scheme of a link, such as `https:`, without `{+…}` and `{#…}`';
    throw wrong(join(path, 'template'), template, form);
  }
  const most = given.most ?? 1;
  if (!Number.isInteger(most) || Number(most) < 1) {
    throw wrong(join(path, 'most'), most, 'a whole number from 1');
  }
  const pattern = given.pattern
    ? text(join(path, 'pattern'), given.pattern)
    : undefined;
  try {
    RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    throw wrong(join(path, 'pattern'), pattern, 'a regular expression');
  }
  const parameters = entries(join(path, 'parameters'), given.parameters).map(
    ([name, parameter]): [string, { required: boolean }] => {
      const key = join(join(path, 'parameters'), name);
      text(key, name, 'a name of letters, digits, `-`', /^[a-z][\w-]*$/i);
      const { required = false } = fields(key, parameter, ['required']);
      if (typeof required !== 'boolean') {
        throw wrong(join(key, 'required'), required, '`true` or `false`');
      }
      return [name, { required }];
    },
  );
  return {
    template,
    pattern,
    form: given.form ? text(join(path, 'form'), given.form) : undefined,
    most: Number(most),
    parameters: Object.fromEntries(parameters),
    label: given.label ? label(join(path, 'label'), given.label) : undefined,
  };
}

function withLabels(service: Service, path: string, value: unknown): Service {
  const actions: Record<string, Action> = { ...service.actions };
  for (const [name, phrase] of entries(path, value)) {
    const key = name.toLowerCase();
    const action = own(actions, key);
    if (!action) {
      throw unknown(join(path, name), Object.keys(actions));
    }
    actions[key] = { ...action, label: label(join(path, name), phrase) };
  }
  return { ...service, actions };
}

function label(path: string, value: unknown): Label {
  const form = 'a phrase with no placeholders but `{targets}` and `{service}`';
  // Anything in braces is meant for a placeholder.
  const phrase = /^(?:[^{}]|\{(?:targets|service)\})*$/;
  if (typeof value === 'string') {
    return { one: text(path, value, form, phrase) };
  }
  const given = fields(path, value, ['one', 'several']);
  const one = text(join(path, 'one'), given.one, form, phrase);
  return given.several === undefined
    ? { one }
    : { one, several: text(join(path, 'several'), given.several, form, phrase) };
}

function contact(
  services: ReadonlyMap<string, Service>,
  path: string,
  value: unknown,
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, given] of entries(path, value)) {
    const key = join(path, name);
    if (name === 'name') {
      result.name = text(key, given);
      continue;
    }
    const service = registered(services, name, key);
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

function attributes(
  services: ReadonlyMap<string, Service>,
  key: string,
  value: unknown,
): Attributes {
  const path = join('attributes', key);
  if (key !== '*') {
    const [name = '', action] = key.toLowerCase().split(':');
    const service = registered(services, name, path);
    if (action !== undefined && !own(service.actions, action)) {
      throw unknown(path, Object.keys(service.actions));
    }
  }
  const form =
    '`class`, `id`, `rel`, `title`, `target`, `data-*`, `aria-*` and the like';
  const given = Object.fromEntries(entries(path, value));
  for (const [name, attribute] of Object.entries(given)) {
    if (!inertAttribute.test(name)) throw unknown(join(path, name), form);
    if (!/^(?:string|number|boolean)$/.test(typeof attribute)) {
      throw wrong(join(path, name), attribute, 'a text, a number or a boolean');
    }
  }
  return given as Attributes;
}
