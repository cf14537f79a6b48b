import type { MdastVisitorContext } from 'satteri';
import { type Message, reportMessages, toMessage } from '../core/findings/message.js';
import { byStart } from '../core/in-order.js';
import { createPoints } from '../core/points.js';
import type { Settings } from '../core/settings.js';
import type { PlacedFinding } from './links.js';

/** Takes the messages for a document, in its order. */
export type Report = (
  messages: ReadonlyArray<Message>,
  context: MdastVisitorContext,
) => void;

/**
 * Make messages of findings.
 *
 * @param findings
 *   Findings in any order; the list is sorted in place.
 * @param source
 *   The document.
 * @param settings
 *   The options, checked.
 * @returns
 *   Messages in the order of the document.
 */
export function toMessages(
  findings: Array<PlacedFinding>,
  source: string,
  settings: Settings,
): Array<Message> {
  if (findings.length === 0) return [];
  const pointOf = createPoints(source);
  return findings
    .sort(byStart)
    .map((finding) => {
      const { column, line } = pointOf(finding.start);
      return toMessage(finding, settings, { column, line }, finding.start);
    })
    .filter((message) => message !== undefined);
}

/**
 * Report messages as Sätteri's plugins can.
 *
 * @param messages
 *   In the order of the document.
 * @param context
 *   What Sätteri gives plugins.
 * @param onMessage
 *   The callback in the options.
 * @throws {Error}
 *   When there are errors, after all messages have been reported.
 */
export function report(
  messages: ReadonlyArray<Message>,
  { data, fileURL }: MdastVisitorContext,
  onMessage: ((message: Message, file: URL | undefined) => void) | null | undefined,
): void {
  if (messages.length === 0) return;
  data.contactLinks ??= [];
  reportMessages(
    messages,
    data.contactLinks,
    (message) => onMessage?.(message, fileURL),
    fileURL && pathOf(fileURL),
  );
}

/** Write the path of a file for people. */
function pathOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A `%` that encodes nothing.
    return pathname;
  }
}
