import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { FixableMessage } from '../messages.js';
import { withoutCommands } from '../printable.js';
import { printableFile } from './printable-file.js';
import type { Reporter } from './reporter.js';

/**
 * Make a reporter of lines from which editors and terminals can jump: `file:line:column: …`. The
 * reason why a service is gone is given only at the first link to it.
 */
export function createLinesReporter(): Reporter {
  const told = new Set<string>();
  return {
    add(file) {
      const shown = printableFile(file);
      const lines = shown.messages.flatMap((message) =>
        linesOf(shown, shortened(message, told)),
      );
      return withoutCommands(lines.map((line) => `${line}\n`).join(''));
    },
    end: () => '',
  };
}

function shortened(message: FixableMessage, told: Set<string>): VFileMessage {
  const { gone } = message;
  if (gone === undefined) return message;
  if (told.has(gone)) return Object.assign(message, { reason: `Link to ${gone}` });
  told.add(gone);
  return message;
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

/** Get the texts to write instead that the reason does not mention. */
export function unsaid({ expected = [], reason }: VFileMessage): Array<string> {
  // A reason that leaves something out has hidden a secret.
  return reason.includes('=…') ? [] : expected.filter((text) => !reason.includes(text));
}

/** Get the level of a message. */
export function levelOf({ fatal }: VFileMessage): 'error' | 'warning' | 'info' {
  if (fatal) return 'error';
  return fatal === false ? 'warning' : 'info';
}
