import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/** Report in lines that editors and terminals can jump to: `file:line:column: …`. */
export function reportLines(files: ReadonlyArray<VFile>): string {
  return files
    .flatMap((file) => file.messages.flatMap((message) => linesOf(file, message)))
    .map((line) => `${line}\n`)
    .join('');
}

function linesOf(file: VFile, message: VFileMessage): Array<string> {
  const { column, line, note, reason, ruleId } = message;
  const place = [file.path, line, column]
    .filter((part) => part !== undefined)
    .join(':');
  return [
    `${place}: ${levelOf(message)}: ${reason}${ruleId ? ` [${ruleId}]` : ''}`,
    ...unsaid(message).map((text) => `  write: ${text}`),
    ...(note ? [`  note: ${note}`] : []),
  ];
}

/** What to write instead, where the reason does not say it. */
export function unsaid({ expected = [], reason }: VFileMessage): Array<string> {
  // What a reason leaves out is a secret.
  return reason.includes('=…') ? [] : expected.filter((text) => !reason.includes(text));
}

/** What a message is called. */
export function levelOf({ fatal }: VFileMessage): 'error' | 'warning' | 'info' {
  if (fatal) return 'error';
  return fatal === false ? 'warning' : 'info';
}
