/**
 * Building blocks for tools that read, check or rewrite contact links outside of an engine.
 *
 * @module
 */
import { registry } from '../registry.js';
import { type Options, resolveOptions } from './options/resolve-options.js';
import type { Settings } from './settings.js';

export { readGone } from '../gone/read-gone.js';
export { type GoneService, goneServices } from '../gone/services.js';
export type {
  Action,
  Parameter,
  Service,
  Setting,
  UriReader,
} from '../services/service.js';
export { candidatePattern, startPattern } from './candidates.js';
export type { Contact } from './contact.js';
export type { ContactLink } from './contact-link.js';
export { editsOf, expectedOf, fixOf } from './findings/edits.js';
export type {
  DocumentEdit,
  Finding,
  FindingKind,
  TextEdit,
  Written,
} from './findings/finding.js';
export { findingsOf } from './findings/finding.js';
export type { Problem, Range } from './findings/problem.js';
export { messageSource, type RuleId, ruleUrl } from './findings/rules.js';
export type { AnchorHref } from './html/anchors.js';
export { anchorHrefs, attributeValue } from './html/anchors.js';
export { OptionError, type Path } from './options/checks.js';
export type { Options } from './options/resolve-options.js';
export { printable, printableLines, withoutCommands } from './printable.js';
export { hostOf } from './redirect/move-host.js';
export { readUri, type UriAnswer } from './redirect/read-uri.js';
export {
  destinationOf,
  isRedirected,
  missingTargets,
  normalAddress,
  redirect,
  replace,
} from './redirect/redirect.js';
export type { ReadHead } from './resolve/read-head.js';
export { readHead } from './resolve/read-head.js';
export { resolveAsWritten } from './resolve/resolve-as-written.js';
export { resolveHead } from './resolve/resolve-head.js';
export type { Destination, Settings } from './settings.js';
export { type FoundShorthand, findShorthands } from './shorthand/find-shorthands.js';
export { formatHead } from './shorthand/format-head.js';
export { headOf, isHead } from './shorthand/scan-head.js';
export type { ParameterPiece, Piece, Pieces } from './shorthand/split-head.js';

/**
 * Check the options of the plugin and fill in defaults.
 *
 * @param options
 *   The options of the plugin; default: none.
 * @returns
 *   What all functions here take as `settings`.
 * @throws {OptionError}
 *   When an option is unknown or wrong; its `path` has the keys that lead to it.
 */
export function resolveSettings(
  options?: Readonly<Options<string>> | null | undefined,
): Settings {
  return resolveOptions(options, registry);
}
