import {
  type CheckedAction,
  type CheckedService,
  customService,
  templateScheme,
} from '../../services/custom.js';
import type { Registry, Service } from '../../services/service.js';
import { own } from '../resolve/action.js';
import { choose, entries, fields, join, text, wrong } from './checks.js';
import { label } from './labels.js';
import { registered } from './scopes.js';

/** Turn a service off, configure one, or add one of the site's own. */
export function setService(
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

function definition(path: string, value: unknown): CheckedService {
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

function customAction(path: string, value: unknown): CheckedAction {
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
