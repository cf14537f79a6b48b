import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Finding } from '../core/findings/finding.js';
import { levelOf } from '../core/findings/message.js';
import { messageSource, ruleUrl } from '../core/findings/rules.js';
import type { Settings } from '../core/settings.js';

/** A finding and the place in the document that it is about, where that is known. */
export interface PlacedFinding extends Finding {
  position: Position | undefined;
}

/**
 * Add findings to a file as messages, in the order of the document.
 *
 * @throws {VFileMessage}
 *   The first error, when there is one, after all messages are on the file.
 */
export function tell(
  file: VFile,
  findings: ReadonlyArray<PlacedFinding>,
  settings: Settings,
): undefined {
  let error: Error | undefined;
  for (const finding of [...findings].sort((a, b) => offset(a) - offset(b))) {
    const { actual, expected, position, reason, ruleId } = finding;
    const level = levelOf(finding, settings);
    if (!level) continue;
    const place = position && { start: position.start, end: position.end };
    const message = file.message(reason, { place, ruleId, source: messageSource });
    message.actual = actual;
    if (expected.length > 0) message.expected = expected;
    message.url = ruleUrl(ruleId);
    message.fatal = level === 'info' ? undefined : level === 'error';
    if (message.fatal) error ??= message;
  }
  if (error) throw error;
}

function offset({ position }: PlacedFinding): number {
  return position?.start.offset ?? 0;
}
