import { constants, isUtf8 } from 'node:buffer';
import { resolve } from 'node:path';
import { VFile } from 'vfile';
import { anyLinkPattern } from './candidate.js';
import { tellError, tellWarning } from './file-messages.js';
import { type FoundFile, standardInput } from './find-files.js';
import { readBytes } from './read-bytes.js';

/** A file whose text may hold links that the tool knows. */
export interface Source {
  /** Takes the messages; it has no value. */
  file: VFile;
  /** The content on disk. */
  bytes: Buffer;
  /** The text, without a byte order mark. */
  text: string;
  /** The byte order mark; empty where there is none. */
  mark: string;
  /** Where it is, if it was found by a symbolic link that leads out of the folder. */
  outside: string | undefined;
  /** Whether it is standard input. */
  isStandardInput: boolean;
}

/** Standard input, which is read in place of a file. */
export interface StandardInput {
  /** The path that it has in messages. */
  path: string;
  bytes: Buffer;
}

const byteOrderMark = '\uFEFF';

/**
 * Read a file.
 *
 * @param others
 *   Patterns of what else may be a link, such as the hosts that the site has set for services.
 * @returns
 *   The file, with messages if it cannot be read; whether it could be read; its text as far as
 *   that is ASCII, when it is UTF-8; and the text itself, when it may hold links.
 */
export function readSource(
  { outside, path, problem }: FoundFile,
  cwd: string,
  input: StandardInput | undefined,
  others: ReadonlyArray<RegExp | undefined>,
): Pick<Source, 'file'> & Partial<Source> & { isRead: boolean; ascii?: string } {
  const isStandardInput = path === standardInput && input !== undefined;
  const file = new VFile({ cwd, path: isStandardInput ? input.path : path });
  if (problem !== undefined) {
    tellError(file, 'cannot-read', problem);
    return { file, isRead: false };
  }
  let bytes: Buffer;
  try {
    bytes = isStandardInput ? input.bytes : readBytes(resolve(cwd, path));
    if (bytes.length > constants.MAX_STRING_LENGTH) throw new Error('it is too large');
  } catch (error) {
    tellError(file, 'cannot-read', 'Cannot read file', error);
    return { file, isRead: false };
  }
  // Links begin with ASCII, and most files need not be decoded for that.
  const ascii = bytes.toString('latin1');
  if (!isUtf8(bytes)) {
    // In UTF-16, each character of a link has a zero beside it.
    if (anyLinkPattern.test(ascii.replaceAll('\0', ''))) {
      tellWarning(file, 'not-utf-8', 'Left alone: the file is not UTF-8');
    }
    return { file, isRead: true };
  }
  const mayHaveLinks = [anyLinkPattern, ...others].some((each) => each?.test(ascii));
  if (!mayHaveLinks) return { file, isRead: true, ascii };
  const whole = bytes.toString('utf8');
  const mark = whole.startsWith(byteOrderMark) ? byteOrderMark : '';
  const text = whole.slice(mark.length);
  const rest = { ascii, bytes, text, mark, outside, isStandardInput };
  return { file, isRead: true, ...rest };
}
