import { type RuleId, ruleUrl } from 'remark-contact-links/core';
import type { FileRule } from '../file-messages.js';
import { type PlainRuleId, plainRuleUrl } from '../plain-links/rules.js';

/** A rule that a linter can turn on. */
export interface LintRule {
  /** What it reports, in a few words. */
  description: string;
  /** The page that explains it. */
  url: string;
  /** Whether a text that it reports does not become the link that was meant. */
  isError: boolean;
}

/** Name of a rule that a linter can turn on. */
export type LintRuleId =
  | RuleId
  | PlainRuleId
  | Extract<FileRule, 'cannot-process' | 'syntax'>;

const fileUrl =
  'https://github.com/remark-contact-links/remark-contact-links/tree/main/packages/contact-links#messages';

/** Make a rule about mistakes that keep a shorthand from being a link. */
function error(ruleId: RuleId, description: string): LintRule {
  return { description, url: ruleUrl(ruleId), isError: true };
}

/** Make a rule about links, or about text that is not a shorthand. */
function warning(url: string, description: string): LintRule {
  return { description, url, isError: false };
}

/** All rules by their names. */
export const lintRules: Readonly<Record<LintRuleId, LintRule>> = {
  'unknown-action': error(
    'unknown-action',
    'Report actions that a service does not have',
  ),
  'missing-target': error('missing-target', 'Report contact links that name nobody'),
  'invalid-target': error(
    'invalid-target',
    'Report addresses that a service does not accept',
  ),
  'too-many-targets': error('too-many-targets', 'Report links to too many people'),
  'unknown-parameter': error(
    'unknown-parameter',
    'Report parameters that an action does not have',
  ),
  'invalid-parameter': error(
    'invalid-parameter',
    'Report values that a parameter does not accept',
  ),
  'unknown-contact': error(
    'unknown-contact',
    'Report names that the address book lacks',
  ),
  'no-link-form': error('no-link-form', 'Report actions that no link can have'),
  'nested-link': error('nested-link', 'Report contact links inside other links'),
  unclosed: error('unclosed', 'Report shorthands that are not closed'),
  'unknown-service': warning(
    ruleUrl('unknown-service'),
    'Report text that is nearly a contact link',
  ),
  'no-replacement': warning(
    ruleUrl('no-replacement'),
    'Report links that cannot go where option `redirect` leads them',
  ),
  'retired-service': warning(
    ruleUrl('retired-service'),
    'Report links to services that have closed',
  ),
  'invalid-link': warning(
    plainRuleUrl('invalid-link'),
    'Report plain links that their service does not accept',
  ),
  'not-a-link': warning(
    plainRuleUrl('not-a-link'),
    'Report links that are only text because their address has spaces',
  ),
  'misspelled-scheme': warning(
    plainRuleUrl('misspelled-scheme'),
    'Report plain links whose scheme is misspelled',
  ),
  syntax: {
    description: 'Report MDX that cannot be parsed',
    url: fileUrl,
    isError: true,
  },
  'cannot-process': {
    description: 'Report documents that cannot be checked',
    url: fileUrl,
    isError: true,
  },
};
