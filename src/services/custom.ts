import { parseTemplate } from 'url-template';
import type { Action, Label, Parameter, Service } from './service.js';
import { matching } from './targets.js';

/** An action of a service that a site defines itself. */
export interface CustomAction {
  /**
   * URI Template (RFC 6570). `{target}` is the first address, `{targets}` are all of them,
   * and parameters have their names: `https://chat.example/{target}{?text}`. `{+…}` and
   * `{#…}` throw, because they do not encode characters that mean something in a URI.
   */
  template: string;
  /** Regular expression for the whole address. Default: anything visible. */
  pattern?: string | null | undefined;
  /** What an address looks like, in words, for messages. */
  form?: string | null | undefined;
  /** Most addresses in a link. Default: `1`. */
  most?: number | null | undefined;
  /** Parameters by name. */
  parameters?:
    | Record<string, { required?: boolean | null | undefined }>
    | null
    | undefined;
  /** Default label, with `{targets}` and `{service}`. */
  label?: string | Label | null | undefined;
}

/** A service that a site defines itself. */
export interface CustomService {
  /** Name for people. */
  title: string;
  /** An address, for messages that show how to write one. */
  example: string;
  /** Actions by name. */
  actions: Record<string, CustomAction>;
  /** Name of the action of a shorthand that names none. Default: one is required. */
  default?: string | null | undefined;
}

/** The definition of a service once its parts have been checked, with all defaults. */
export interface CheckedService {
  title: string;
  example: string;
  actions: Record<string, CheckedAction>;
  default: string | null;
}

export interface CheckedAction {
  template: string;
  pattern: string | undefined;
  form: string | undefined;
  most: number;
  parameters: Record<string, Parameter>;
  label: Label | undefined;
}

/** Make a service from its definition. */
export function customService(name: string, definition: CheckedService): Service {
  const actions: Record<string, Action> = {};
  const schemes = new Set<string>();
  for (const [key, action] of Object.entries(definition.actions)) {
    const scheme = action.template.replace(/:.*/s, '').toLowerCase();
    schemes.add(scheme);
    actions[key.toLowerCase()] = customAction(action, scheme);
  }
  const bare = definition.default
    ? actions[definition.default.toLowerCase()]
    : undefined;
  return {
    name,
    title: definition.title,
    example: definition.example,
    schemes: [...schemes],
    actions,
    ...(bare ? { bare } : {}),
  };
}

function customAction(action: CheckedAction, scheme: string): Action {
  const { form, label, most, parameters, pattern, template } = action;
  // What lets links through compares their schemes as they are.
  const { expand } = parseTemplate(scheme + template.slice(scheme.length));
  // The case of a parameter's name does not matter, that of a variable's does.
  const names = Object.keys(parameters);
  const href: Action['href'] = (targets, values) => {
    const [target] = targets;
    const variables = Object.fromEntries(
      names.map((name) => [name, values[name.toLowerCase()]]),
    );
    // The library leaves apostrophes in the template as they are.
    return expand({ ...variables, target, targets: [...targets] }).replace(/'/g, '%27');
  };
  return {
    address: matching(
      // A path segment of dots leads elsewhere.
      new RegExp(`^(?!\\.+$)(?:${pattern ?? '.+'})$`, 'u'),
      form ??
        (pattern
          ? `an address there matches \`${pattern}\``
          : 'an address cannot be dots alone'),
    ),
    most,
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, each]) => [name.toLowerCase(), each]),
    ),
    ...(label ? { label } : {}),
    conflict: (targets, values) => {
      const reason = climbs(() => href(targets, values));
      if (reason === undefined) return undefined;
      // A parameter is wrong if the link leads elsewhere with any other address, too.
      const [parameter] =
        Object.entries(values).find(
          ([key, value]) => climbs(() => href(['x'], { [key]: value })) !== undefined,
        ) ?? [];
      return parameter === undefined
        ? { of: 'invalid-target', reason }
        : { of: 'invalid-parameter', parameter, reason };
    },
    href,
  };
}

/** Say why a URL leads elsewhere than its template says; nothing where it does not. */
function climbs(href: () => string): string | undefined {
  try {
    const path = href().replace(/[?#].*/s, '');
    return path.split('/').some(isDots)
      ? 'Dots alone between two `/` lead to another page'
      : undefined;
  } catch {
    // `{target:1}` of an emoji: half of a character has no encoding.
    return 'The template cuts a character in two';
  }
}

function isDots(segment: string): boolean {
  return /^(?:\.|%2e){1,2}$/i.test(segment);
}
