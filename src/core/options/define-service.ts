import {
  type CheckedAction,
  type CheckedService,
  customService,
} from '../../services/custom.js';
import type { Service } from '../../services/service.js';
import { templateFault } from '../../services/template.js';
import { choose, entries, fields, type Path, text, wrong } from './checks.js';
import { label } from './labels.js';
import { uniqueKeys } from './scopes.js';

/**
 * Make a service of what a site defines in option `services`.
 *
 * @throws {OptionError}
 *   When the name or the definition is wrong.
 */
export function defineService(name: string, value: unknown, path: Path): Service {
  text(path, name, 'a name of letters, digits, `+`, `-`, `.`', /^[a-z][a-z\d+.-]*$/);
  // In the address book, `name` is what people are called.
  if (name === 'name') throw wrong(path, name, 'a name other than `name`');
  const service = customService(name, definition(path, value));
  const { actions, example } = service;
  const refusals = Object.values(actions).map(({ address }) => address(example));
  if (refusals.every((refusal) => 'reason' in refusal)) {
    throw wrong(
      [...path, 'example'],
      example,
      'an address that the `pattern` of an action takes',
    );
  }
  return service;
}

function definition(path: Path, value: unknown): CheckedService {
  const given = fields(path, value, ['title', 'example', 'actions', 'default']);
  const actions = entries([...path, 'actions'], given.actions);
  const names = actions.map(([name]) => name);
  if (actions.length === 0) {
    throw wrong(
      [...path, 'actions'],
      given.actions,
      'an object with at least one action',
    );
  }
  return {
    title: text([...path, 'title'], given.title),
    example: text([...path, 'example'], given.example),
    default: given.default
      ? choose([...path, 'default'], given.default, names as [string])
      : null,
    actions: Object.fromEntries(
      actions.map(([name, action]) => {
        const key = [...path, 'actions', name];
        text(key, name, 'a name of letters, digits, `-`', /^[a-z][\w-]*$/i);
        return [name, customAction(key, action)];
      }),
    ),
  };
}

function customAction(path: Path, value: unknown): CheckedAction {
  const keys = ['template', 'pattern', 'form', 'most', 'parameters', 'label'];
  const given = fields(path, value, keys);
  const most = given.most ?? 1;
  if (!Number.isInteger(most) || Number(most) < 1) {
    throw wrong([...path, 'most'], most, 'a whole number from 1');
  }
  const pattern = given.pattern ? text([...path, 'pattern'], given.pattern) : undefined;
  try {
    RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    throw wrong([...path, 'pattern'], pattern, 'a regular expression');
  }
  const checkName = uniqueKeys([...path, 'parameters']);
  const parameters = entries([...path, 'parameters'], given.parameters).map(
    ([name, parameter]): [string, { required: boolean }] => {
      const key = [...path, 'parameters', name];
      text(key, name, 'a name of letters, digits, `-`', /^[a-z][\w-]*$/i);
      if (/^targets?$/i.test(name)) {
        throw wrong(key, name, 'another name: a template has this one for addresses');
      }
      checkName(name, name.toLowerCase());
      const { required = false } = fields(key, parameter, ['required']);
      if (typeof required !== 'boolean') {
        throw wrong([...key, 'required'], required, '`true` or `false`');
      }
      return [name, { required }];
    },
  );
  const template = text([...path, 'template'], given.template);
  const names = parameters.map(([name]) => name);
  const fault = templateFault(template, names);
  if (fault) throw wrong([...path, 'template'], template, fault);
  return {
    template,
    pattern,
    form: given.form ? text([...path, 'form'], given.form) : undefined,
    most: Number(most),
    parameters: Object.fromEntries(parameters),
    label: given.label ? label([...path, 'label'], given.label) : undefined,
  };
}
