import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { editsOf, expectedOf, fixOf } from '../core/findings/edits.js';
import type { DocumentEdit, Finding } from '../core/findings/finding.js';
import { levelOf, reasonOfErrors } from '../core/findings/message.js';
import { messageSource, ruleUrl } from '../core/findings/rules.js';
import type { Settings } from '../core/settings.js';

/** A finding and its place in the document, where that is known. */
export interface PlacedFinding extends Finding {
  position: Position | undefined;
}

/** Takes the findings in a document. */
export type Report = (
  file: VFile,
  findings: ReadonlyArray<PlacedFinding>,
  settings: Settings,
) => void;

/** A message on a file. */
export interface ContactLinkMessage extends VFileMessage {
  /**
   * Changes of the file, best first, where more or less than `actual` has to change. Missing
   * where there are none.
   */
  edits?: Array<DocumentEdit>;
  /** The change of the file that puts it right. Missing where it is not sure what was meant. */
  fix?: DocumentEdit;
}

/**
 * Report findings as messages, with what to write instead.
 *
 * @throws {VFileMessage}
 *   The first error, when there is one, after all messages are on the file. Its reason has
 *   the places of all errors, because many hosts show nothing but the reason.
 */
export const report: Report = (file, findings, settings) => {
  const errors = addMessages(file, findings, settings, addSuggestions);
  const [first] = errors;
  if (!first) return;
  first.reason = reasonOfErrors(errors);
  first.message = first.reason;
  throw first;
};

/**
 * Report findings as messages that say what is wrong, and where.
 *
 * @throws {VFileMessage}
 *   The first error, when there is one, after all messages are on the file.
 */
export const reportReasons: Report = (file, findings, settings) => {
  const [first] = addMessages(file, findings, settings);
  if (first) throw first;
};

/**
 * Add findings to a file as messages, in the order of the document.
 *
 * @param complete
 *   Adds to each message what else there is to say. Default: nothing.
 * @returns
 *   Those that are errors.
 */
function addMessages(
  file: VFile,
  findings: ReadonlyArray<PlacedFinding>,
  settings: Settings,
  complete?: typeof addSuggestions,
): Array<VFileMessage> {
  const errors: Array<VFileMessage> = [];
  for (const finding of [...findings].sort((a, b) => offsetIn(a) - offsetIn(b))) {
    const { actual, position, reason, ruleId } = finding;
    const level = levelOf(finding, settings);
    if (!level) continue;
    const place = position && { start: position.start, end: position.end };
    const message: ContactLinkMessage = file.message(reason, {
      place,
      ruleId,
      source: messageSource,
    });
    message.actual = actual;
    complete?.(message, finding);
    message.url = ruleUrl(ruleId);
    message.fatal = level === 'info' ? undefined : level === 'error';
    if (message.fatal) errors.push(message);
  }
  return errors;
}

function addSuggestions(message: ContactLinkMessage, finding: PlacedFinding): void {
  const { position } = finding;
  const expected = expectedOf(finding);
  if (expected.length > 0) message.expected = expected;
  const edits = editsOf(finding, offsetIn(finding));
  if (edits.length > 0) message.edits = edits;
  const fix = position && fixOf(finding, offsetIn(finding));
  if (fix) message.fix = fix;
}

/** Get the offset of a finding in its document; `0` where it is not known. */
export function offsetIn({ position }: PlacedFinding): number {
  return position?.start.offset ?? 0;
}
