/** What can be wrong with a shorthand; each has its section in the documentation. */
export const ruleIds = [
  'unknown-action',
  'missing-target',
  'invalid-target',
  'too-many-targets',
  'unknown-parameter',
  'invalid-parameter',
  'unknown-contact',
  'no-link-form',
  'nested-link',
  'unknown-service',
  'unclosed',
  'retired-service',
  'no-replacement',
] as const;

/** Stable name of a rule, the `ruleId` of its messages. */
export type RuleId = (typeof ruleIds)[number];

/** Who reports: the `source` of every message. */
export const messageSource = 'remark-contact-links';

/**
 * Get the section of the documentation that explains a rule.
 *
 * @param ruleId
 *   Stable name of the rule: `invalid-target`.
 * @returns
 *   Its URL, the `url` of its messages.
 */
export function ruleUrl(ruleId: RuleId): string {
  return `https://remark-contact-links.github.io/remark-contact-links/messages/#${ruleId}`;
}
