/**
 * What tools are made of that read or rewrite contact links outside of a processor.
 *
 * @module
 */
import { registry } from '../services/index.js';
import {
  type Options,
  resolveOptions,
  type Settings,
} from './options/resolve-options.js';

export type { Service, UriReading } from '../services/service.js';
export type { JsxAttribute, JsxElement } from '../unist/jsx.js';
export { jsxHref, jsxHrefAttribute } from '../unist/jsx.js';
export type { Contact } from './contact.js';
export type { Problem } from './findings/problem.js';
export { messageSource, type RuleId, ruleUrl } from './findings/rules.js';
export type { AnchorHref } from './html/anchors.js';
export { anchorHrefs, attributeValue } from './html/anchors.js';
export type { Options } from './options/resolve-options.js';
export {
  destinationOf,
  missingTargets,
  normalAddress,
  redirect,
  replace,
} from './redirect/redirect.js';
export { readUri } from './redirect/redirect-uri.js';
export type { ContactLink } from './resolve/resolve.js';
export { decideAsWritten } from './resolve/resolve.js';
export { decide } from './resolve/resolve-redirected.js';
export type { Destination, Settings } from './settings.js';
export { formatHead } from './shorthand/format-head.js';
export { headOf, isHead } from './shorthand/scan-head.js';

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
