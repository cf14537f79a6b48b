import { OptionError } from 'remark-contact-links/core';

/** How much a rule counts. */
export type Level = 'info' | 'warning' | 'error';

/** The rules about links that are not shorthands. */
export const plainRuleIds = [
  'retired-service',
  'invalid-link',
  'not-a-link',
  'misspelled-scheme',
] as const;

/** Name of a rule about links that are not shorthands. */
export type PlainRuleId = (typeof plainRuleIds)[number];

/** The rules about what servers say of links, for runs that ask servers. */
export const onlineRuleIds = ['expired-link', 'unreachable-link'] as const;

/** Name of a rule about what servers say. */
export type OnlineRuleId = (typeof onlineRuleIds)[number];

/** The rules whose level a configuration can set. */
export const configurable = [...plainRuleIds, ...onlineRuleIds];

/** The levels that a configuration can set. */
export const levels = ['off', 'warning', 'error'] as const;

/** Levels of rules in a configuration. Default: each rule has its own. */
export type Rules = Partial<
  Record<PlainRuleId | OnlineRuleId, (typeof levels)[number]>
>;

/**
 * Check the levels of rules in a configuration.
 *
 * @param value
 *   The field `rules` of a configuration. Default: no rules.
 * @returns
 *   The same value.
 * @throws {OptionError}
 *   When it is wrong; `path` has the keys that lead to the mistake.
 */
export function checkRules(value: unknown = {}): Rules {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrong(['rules'], value, 'an object');
  }
  for (const [name, level] of Object.entries(value)) {
    if (!configurable.some((each) => each === name)) {
      throw wrong(['rules', name], level, `one of these rules: ${list(configurable)}`);
    }
    if (!levels.some((each) => each === level)) {
      throw wrong(['rules', name], level, list(levels));
    }
  }
  return value;
}

/**
 * Check the components whose `href` is a link.
 *
 * @param value
 *   The field `components` of a configuration. Default: no components.
 * @returns
 *   The same value.
 * @throws {OptionError}
 *   When it is not a list of names.
 */
export function checkComponents(value: unknown = []): Array<string> {
  if (!Array.isArray(value)) throw wrong(['components'], value, 'a list of names');
  for (const [index, name] of value.entries()) {
    if (typeof name !== 'string' || !/^[\p{L}$_][\p{L}\p{N}$_.:-]*$/u.test(name)) {
      throw wrong(
        ['components', String(index)],
        name,
        'the name of a component, `Link`',
      );
    }
  }
  return value;
}

function wrong(path: Array<string>, given: unknown, allowed: string): OptionError {
  const shown = JSON.stringify(given) ?? String(given);
  return new OptionError(path, `given \`${shown}\`, expected ${allowed}`);
}

function list(names: ReadonlyArray<string>): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/**
 * Get the section of the README of the tool that explains a rule.
 *
 * @param ruleId
 *   Name of the rule.
 * @returns
 *   Its URL.
 */
export function plainRuleUrl(ruleId: PlainRuleId | OnlineRuleId): string {
  return `https://github.com/remark-contact-links/remark-contact-links/tree/main/packages/contact-links#${ruleId}`;
}
