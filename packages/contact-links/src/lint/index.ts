/**
 * Checks a text as the command line tool does, for rules of other linters: synchronously, as
 * these do not wait.
 *
 * @module
 */
import { createSyncFn } from 'synckit';
import { anyLinkPattern } from '../candidate.js';
import type { LintedDocument, LintFinding } from './lint-document.js';

export type { Change, LintedDocument, LintFinding, Place } from './lint-document.js';
export { type LintRuleId, lintRules } from './rules.js';

type LintDocument = (document: LintedDocument) => Promise<Array<LintFinding>>;

/** Checks a document in the worker, which starts with the first call. */
const inWorker = createSyncFn<LintDocument>(new URL('worker.js', import.meta.url));

/**
 * Find out what is wrong with the contact links of a document, as `contact-links check` does.
 *
 * A worker finds the configuration and parses the document. It is not started for a document
 * without a contact link.
 *
 * @param document
 *   The document.
 * @returns
 *   Findings, in the order of the document.
 * @throws {Error}
 *   When the configuration cannot be read, or has a wrong option.
 */
export function lint(document: LintedDocument): Array<LintFinding> {
  return anyLinkPattern.test(document.text) ? inWorker(document) : [];
}
