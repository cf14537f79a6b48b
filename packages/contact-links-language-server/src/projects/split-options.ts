import {
  checkComponents,
  checkRules,
  type PlainOptions,
} from 'contact-links/plain-links';
import type { Options } from 'remark-contact-links/core';

/** The content of a configuration file, in parts. */
export interface SplitOptions {
  /** Options of the plugin, which have not been checked. */
  options: Options;
  /** Options for links that are not shorthands, which have not been checked. */
  plain: { rules: unknown; components: unknown };
  hasPlugins: boolean;
}

/** Split a configuration as the command line tool does. */
export function splitOptions({
  $schema: _,
  components,
  plugins,
  rules,
  ...options
}: Record<string, unknown>): SplitOptions {
  return { options, plain: { rules, components }, hasPlugins: Boolean(plugins) };
}

/**
 * Check the options for links that are not shorthands.
 *
 * @throws {OptionError}
 *   When one is wrong.
 */
export function checkPlain({ components, rules }: SplitOptions['plain']): PlainOptions {
  return { components: checkComponents(components), rules: checkRules(rules) };
}
