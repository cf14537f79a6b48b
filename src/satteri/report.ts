import type { MdastVisitorContext } from 'satteri';
import {
  levelOf,
  type Message,
  reportMessages,
  toMessage,
} from '../core/findings/message.js';
import type { Settings } from '../core/settings.js';
import { byStart, firstIndex } from './in-order.js';
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
    .map((finding) => toMessage(finding, settings, pointOf(finding.start)))
    .filter((message) => message !== undefined);
  data.contactLinks ??= [];
  reportMessages(
    messages,
    data.contactLinks,
    (message) => onMessage?.(message, fileURL),
    fileURL && pathOf(fileURL),
  );
}

/** A place in a text: both from 1, the column in UTF-16 code units. */
interface Point {
  line: number;
  column: number;
}

/** Make a function that gives the line and column of an offset. */
function createPoints(source: string): (offset: number) => Point {
  const ends: Array<number> = [];
  for (const { 0: ending, index } of source.matchAll(/\r\n|[\r\n]/g)) {
    ends.push(index + ending.length);
  }
  return (offset) => {
    const before = firstIndex(ends, (end) => end <= offset);
    return { line: before + 1, column: offset - (ends[before - 1] ?? 0) + 1 };
  };
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
