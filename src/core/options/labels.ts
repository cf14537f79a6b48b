import type { Action, Label, Service } from '../../services/service.js';
import { own } from '../own.js';
import { entries, fields, type Path, text, unknown } from './checks.js';

/** Give a service other default labels. */
export function withLabels(service: Service, path: Path, value: unknown): Service {
  const actions: Record<string, Action> = { ...service.actions };
  for (const [name, phrase] of entries(path, value)) {
    const key = name.toLowerCase();
    const action = own(actions, key);
    if (!action) {
      throw unknown([...path, name], Object.keys(actions));
    }
    actions[key] = { ...action, label: label([...path, name], phrase) };
  }
  return { ...service, actions };
}

/** Check a default label. */
export function label(path: Path, value: unknown): Label {
  const form = 'a phrase with no placeholders but `{targets}` and `{service}`';
  // Whoever writes braces means a placeholder.
  const phrase = /^(?:[^{}]|\{(?:targets|service)\})*$/;
  if (typeof value === 'string') {
    return { one: text(path, value, form, phrase) };
  }
  const given = fields(path, value, ['one', 'several']);
  const one = text([...path, 'one'], given.one, form, phrase);
  return given.several === undefined
    ? { one }
    : { one, several: text([...path, 'several'], given.several, form, phrase) };
}
