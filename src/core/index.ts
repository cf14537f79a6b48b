/**
 * What tools are made of that read or rewrite contact links outside of a processor.
 *
 * @module
 */
import { registry } from '../services/index.js';
import { type Options, resolveOptions, type Settings } from './options.js';

export type { JsxAttribute, JsxElement } from '../rehype/jsx.js';
export { jsxHref, jsxHrefAttribute } from '../rehype/jsx.js';
export type { Service, UriReading } from '../services/service.js';
export type { AnchorHref } from './anchors.js';
export { anchorHrefs, attributeValue } from './anchors.js';
export type { ContactLink } from './as-written.js';
export { decideAsWritten } from './as-written.js';
export type { Contact } from './contact.js';
export { decide } from './decide.js';
export { formatHead } from './format.js';
export type { Options, Settings } from './options.js';
export type { Problem } from './problem.js';
export type { Destination } from './redirect.js';
export {
  destinationOf,
  missingTargets,
  normalAddress,
  redirect,
  replace,
} from './redirect.js';
export { readUri } from './redirect-uri.js';
export { messageSource, type RuleId, ruleUrl } from './rules.js';
export { headOf, isHead } from './scan.js';

/**
 * Check the options of the plugin and fill in defaults.
 *
 * @throws {TypeError}
 *   When an option is unknown or wrong.
 */
export function resolveSettings(
  options?: Readonly<Options> | null | undefined,
): Settings {
  return resolveOptions(options, registry);
}
