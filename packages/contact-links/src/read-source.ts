import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { candidatePattern, resolveSettings } from 'remark-contact-links/core';
import { VFile } from 'vfile';
import type { FoundFile } from './find-files.js';
import { tellError, tellWarning } from './messages.js';

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
}

/** What a text has that holds a link, whatever the services are. */
const candidate = new RegExp(
  `${candidatePattern({ ...resolveSettings(), names: new Map() }).source}|\\[\\[[\\w+.-]+:`,
  'i',
);

const byteOrderMark = '\uFEFF';

/**
 * Read a file.
 *
 * @returns
 *   The file with messages on what is wrong with it; and its text, when it can be read and
 *   may hold links.
 */
export function readSource(
  { path, problem }: FoundFile,
  cwd: string,
): Pick<Source, 'file'> & Partial<Source> {
  const file = new VFile({ cwd, path });
  if (problem !== undefined) {
    tellError(file, 'cannot-read', problem);
    return { file };
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(resolve(cwd, path));
  } catch (error) {
    tellError(file, 'cannot-read', 'Cannot read file', error);
    return { file };
  }
  if (!isUtf8(bytes)) {
    tellWarning(file, 'not-utf-8', 'Left alone: the file is not UTF-8');
    return { file };
  }
  // All that counts is ASCII, and this is no copy of what most files have.
  if (!candidate.test(bytes.toString('latin1'))) return { file };
  const whole = bytes.toString('utf8');
  const mark = whole.startsWith(byteOrderMark) ? byteOrderMark : '';
  return { file, bytes, text: whole.slice(mark.length), mark };
}
