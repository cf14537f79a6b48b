import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';

/** What can be wrong with a file, other than its shorthands. */
export type FileRule =
  | 'cannot-process'
  | 'cannot-read'
  | 'cannot-write'
  | 'changed-meanwhile'
  | 'emptied-link'
  | 'lost-attributes'
  | 'not-expanded'
  | 'not-utf-8'
  | 'old-name'
  | 'outside'
  | 'syntax';

/** Who reports what the plugin does not. */
export const source = 'contact-links';

/** Tell what keeps a file from being worked on. */
export function tellError(
  file: VFile,
  ruleId: FileRule,
  reason: string,
  cause?: unknown,
): void {
  const text = cause instanceof Error ? `${reason}: ${cause.message}` : reason;
  file.message(text, { ruleId, source }).fatal = true;
}

/** Tell that the work on a file failed, which is nothing that it should do. */
export function tellFailure(file: VFile, error: unknown): void {
  // Parsers call themselves for each level of nesting, and V8 runs out of stack.
  const isTooDeep = error instanceof RangeError && /call stack/.test(error.message);
  if (isTooDeep) {
    tellError(file, 'cannot-process', 'Cannot process file: it is nested too deeply');
  } else tellError(file, 'cannot-process', 'Cannot process file', error);
}

/** Tell that a file cannot be parsed, where the error is what the parser throws then. */
export function tellSyntaxError(file: VFile, error: unknown): void {
  if (!(error instanceof VFileMessage)) throw error;
  const { place, reason } = error;
  file.message(`Cannot parse file: ${reason}`, {
    place: place ?? placeIn(reason),
    ruleId: 'syntax',
    source,
  }).fatal = true;
}

/** The place that a text ends in, as in `(3:1-3:6)`. */
function placeIn(text: string): Position | undefined {
  const [, ...found] = /\((\d+):(\d+)-(\d+):(\d+)\)$/.exec(text) ?? [];
  if (found.length === 0) return undefined;
  const [line = 1, column = 1, endLine = 1, endColumn = 1] = found.map(Number);
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

/** Tell why a file is left as it is. */
export function tellWarning(file: VFile, ruleId: FileRule, reason: string): void {
  file.message(reason, { ruleId, source });
}

/** Tell something about a file that nobody has to do anything about. */
export function tellInfo(file: VFile, ruleId: FileRule, reason: string): void {
  file.info(reason, { ruleId, source });
}
