import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { FixableMessage } from '../messages.js';
import { printable } from '../printable.js';

/**
 * Copy a file and its messages so that any reporter can print them: each text is one line, and
 * has nothing that a terminal acts on.
 */
export function printableFile({ cwd, messages, path }: VFile): VFile {
  const file = new VFile({ cwd, path: printable(path) });
  file.messages.push(...messages.map(printableMessage));
  return file;
}

function printableMessage(message: FixableMessage): FixableMessage {
  const { actual, expected, fatal, file, name, note, place, reason, url } = message;
  const { ruleId, source } = message;
  const copy = new VFileMessage(printable(reason), { place, ruleId, source });
  return Object.assign(copy, {
    actual: actual && printable(actual),
    expected: expected?.map(printable),
    fatal,
    file: file && printable(file),
    name: printable(name),
    note: note && printable(note),
    url,
    gone: message.gone,
  });
}
