/** Checks links that are not shorthands. */
export {
  checkPlainLinks,
  type PlainEdit,
  type PlainFinding,
  type PlainOptions,
} from './check-plain-links.js';
export { type IsDisabled, readDisableComments } from './disable-comments.js';
export { goneReason } from './gone-reason.js';
export { misspelledPattern } from './misspelled-scheme.js';
export {
  checkComponents,
  checkRules,
  type Level,
  type OnlineRuleId,
  type PlainRuleId,
  plainRuleIds,
  plainRuleUrl,
  type Rules,
} from './rules.js';
