import {
  checkComponents,
  checkRules,
  type PlainOptions,
} from 'contact-links/plain-links';
import type { Options } from 'remark-contact-links/core';

/** What a configuration file says, by whom it is for. */
export interface SplitOptions {
  /** Options of the plugin, which nobody has checked. */
  options: Options;
  /** What is said of links that are not shorthands, which nobody has checked. */
  plain: { rules: unknown; components: unknown };
  hasPlugins: boolean;
}

/** Split what a configuration file says, as the command line tool does. */
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
 * Check what a configuration says of links that are not shorthands.
 *
 * @throws {OptionError}
 *   When it is wrong.
 */
export function checkPlain({ components, rules }: SplitOptions['plain']): PlainOptions {
  return { components: checkComponents(components), rules: checkRules(rules) };
}
