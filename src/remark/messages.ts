import type { VFile } from 'vfile';
import type { Level } from '../core/finding.js';
import type { Settings } from '../core/options.js';
import { messageSource, ruleUrl } from '../core/rules.js';
import type { PlacedFinding } from './tree.js';

/** `fatal` of a VFile message: `true` error, `false` warning, nothing info. */
type Fatal = boolean | undefined;

/** What each kind of finding becomes; `null`: it is not told. */
function severities(settings: Settings): Record<Level, Fatal | null> {
  const silent = settings.invalid === 'ignore';
  return {
    invalid: silent ? null : settings.invalid === 'error',
    advice: silent ? null : false,
    info: settings.retired === 'ignore' ? null : undefined,
  };
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
  const fatalOf = severities(settings);
  let error: Error | undefined;
  for (const finding of inOrder(findings)) {
    const fatal = fatalOf[finding.level];
    if (fatal === null) continue;
    const message = file.message(finding.reason, {
      place: finding.position,
      ruleId: finding.ruleId,
      source: messageSource,
    });
    message.fatal = fatal;
    message.actual = finding.actual;
    if (finding.expected.length > 0) message.expected = finding.expected;
    message.url = ruleUrl(finding.ruleId);
    if (fatal) error ??= message;
  }
  if (error) throw error;
}

function inOrder(findings: ReadonlyArray<PlacedFinding>): Array<PlacedFinding> {
  return [...findings].sort(
    (left, right) =>
      (left.position.start.offset ?? 0) - (right.position.start.offset ?? 0),
  );
}
