import type { MdastVisitorContext } from 'satteri';
import {
  levelOf,
  type Message,
  reportMessages,
  toMessage,
} from '../core/findings/message.js';
import { byStart } from '../core/in-order.js';
import { createPoints } from '../core/points.js';
import type { Settings } from '../core/settings.js';
import type { PlacedFinding } from './links.js';

/**
 * Report what was found in a document.
 *
 * @param onMessage
 *   What the options want called.
 * @throws {Error}
 *   When there are errors, after all messages have been reported.
 */
export function report(
  findings: Array<PlacedFinding>,
  source: string,
  settings: Settings,
  { data, fileURL }: MdastVisitorContext,
  onMessage: ((message: Message, file: URL | undefined) => void) | null | undefined,
): void {
  const wanted = findings.filter((finding) => levelOf(finding, settings) !== undefined);
  if (wanted.length === 0) return;
  const pointOf = createPoints(source);
  const messages = wanted
    .sort(byStart)
    .map((finding) => {
      const { column, line } = pointOf(finding.start);
      return toMessage(finding, settings, { column, line });
    })
    .filter((message) => message !== undefined);
  data.contactLinks ??= [];
  reportMessages(
    messages,
    data.contactLinks,
    (message) => onMessage?.(message, fileURL),
    fileURL && pathOf(fileURL),
  );
}

/** The path of a file, for a reader. */
function pathOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A `%` that encodes nothing.
    return pathname;
  }
}
