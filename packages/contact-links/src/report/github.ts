import { sep } from 'node:path';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { levelOf, unsaid } from './lines.js';
import { printableFile } from './printable-file.js';
import type { Reporter } from './reporter.js';

/** The commands of GitHub, by the level of a message. */
const commands = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Make a reporter of annotations, which GitHub shows beside the lines of a pull request. It
 * prints workflow commands, and escapes texts as `@actions/core` does.
 *
 * @see https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export function createGitHubReporter(): Reporter {
  return {
    add(file) {
      const shown = printableFile(file);
      return shown.messages.map((each) => `${annotation(shown, each)}\n`).join('');
    },
    end: () => '',
  };
}

function annotation(file: VFile, message: VFileMessage): string {
  const { note, place, reason, ruleId } = message;
  const start = place && 'start' in place ? place.start : place;
  const end = place && 'start' in place ? place.end : undefined;
  // Columns are for one line.
  const isOneLine = start !== undefined && start.line === end?.line;
  const properties = {
    file: file.path.split(sep).join('/'),
    line: start?.line,
    endLine: end?.line,
    col: isOneLine ? start.column : undefined,
    endColumn: isOneLine ? end.column : undefined,
    title: ruleId,
  };
  const rest = unsaid(message).map((each) => `write: ${each}`);
  const text = [reason, ...rest, note ?? []].flat();
  return `::${commands[levelOf(message)]} ${Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',')}::${escapeData(text.join('\n'))}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
