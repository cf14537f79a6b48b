import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';

/** Rules about files, and about what the tool cannot do with their links. */
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

/** The source of messages that do not come from the plugin. */
export const source = 'contact-links';

/** Report what keeps a file from being processed. */
export function tellError(
  file: VFile,
  ruleId: FileRule,
  reason: string,
  cause?: unknown,
): void {
  const text = cause instanceof Error ? `${reason}: ${cause.message}` : reason;
  file.message(text, { ruleId, source }).fatal = true;
}

/** Report that processing a file failed, which should not happen. */
export function tellFailure(file: VFile, error: unknown): void {
  // Parsers call themselves for each level of nesting, until V8 runs out of stack.
  const isTooDeep = error instanceof RangeError && /call stack/.test(error.message);
  if (isTooDeep) {
    tellError(file, 'cannot-process', 'Cannot process file: it is nested too deeply');
  } else tellError(file, 'cannot-process', 'Cannot process file', error);
}

/** Report that a file cannot be parsed; throw any error that does not come from the parser. */
export function tellSyntaxError(file: VFile, error: unknown): void {
  if (!(error instanceof VFileMessage)) throw error;
  const { place, reason } = error;
  file.message(`Cannot parse file: ${reason}`, {
    place: place ?? placeIn(reason),
    ruleId: 'syntax',
    source,
  }).fatal = true;
}

/** Get the place at the end of a text, as in `(3:1-3:6)`. */
function placeIn(text: string): Position | undefined {
  const [, ...found] = /\((\d+):(\d+)-(\d+):(\d+)\)$/.exec(text) ?? [];
  if (found.length === 0) return undefined;
  const [line = 1, column = 1, endLine = 1, endColumn = 1] = found.map(Number);
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

/** Report why a file is left as it is. */
export function tellWarning(file: VFile, ruleId: FileRule, reason: string): void {
  file.message(reason, { ruleId, source });
}

/** Report something about a file that needs no change. */
export function tellInfo(file: VFile, ruleId: FileRule, reason: string): void {
  file.info(reason, { ruleId, source });
}
