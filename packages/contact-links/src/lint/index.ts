/**
 * What the command line tool reports of a text, for rules of other linters: at once, as these
 * do not wait.
 *
 * @module
 */
import { createSyncFn } from 'synckit';
import { anyLinkPattern } from '../candidate.js';
import type { LintedDocument, LintFinding } from './lint-document.js';

export type { Change, LintedDocument, LintFinding, Place } from './lint-document.js';
export { type LintRuleId, lintRules } from './rules.js';

type LintDocument = (document: LintedDocument) => Promise<Array<LintFinding>>;

/** Starts the worker with its first call. */
const inWorker = createSyncFn<LintDocument>(new URL('worker.js', import.meta.url));

/**
 * Find out what is wrong with the contact links of a document, as `contact-links check` does.
 *
 * Configuration is found in a worker, which has the parser too. A document without a contact
 * link does not start it.
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
