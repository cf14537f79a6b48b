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
  /** What is on disk. */
  bytes: Buffer;
  /** Without a byte order mark. */
  text: string;
  /** The byte order mark, where there is one. */
  mark: string;
  /** Where it is, if that is out of the folder where it was found. */
  outside: string | undefined;
  /** Whether it is standard input. */
  isStandardInput: boolean;
}

/** What is read in place of a file. */
export interface StandardInput {
  /** The path to report it under. */
  path: string;
  bytes: Buffer;
}

const byteOrderMark = '\uFEFF';

/**
 * Read a file.
 *
 * @param hosts
 *   What it has, too, that may be a link. Default: nothing.
 * @returns
 *   The file with messages on what is wrong with it; whether it could be read; its text as far as
 *   that is ASCII, when it is text; and the text itself, when it may hold links.
 */
export function readSource(
  { outside, path, problem }: FoundFile,
  cwd: string,
  input: StandardInput | undefined,
  hosts: RegExp | undefined,
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
  // All that counts is ASCII, and this is no copy of what most files have.
  const ascii = bytes.toString('latin1');
  if (!isUtf8(bytes)) {
    // In UTF-16, each character of a link has a zero beside it.
    if (anyLinkPattern.test(ascii.replaceAll('\0', ''))) {
      tellWarning(file, 'not-utf-8', 'Left alone: the file is not UTF-8');
    }
    return { file, isRead: true };
  }
  if (!anyLinkPattern.test(ascii) && !hosts?.test(ascii))
    return { file, isRead: true, ascii };
  const whole = bytes.toString('utf8');
  const mark = whole.startsWith(byteOrderMark) ? byteOrderMark : '';
  const text = whole.slice(mark.length);
  const rest = { ascii, bytes, text, mark, outside, isStandardInput };
  return { file, isRead: true, ...rest };
}
