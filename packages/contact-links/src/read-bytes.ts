import { constants } from 'node:buffer';
import {
  closeSync,
  constants as flags,
  fstatSync,
  openSync,
  readFileSync,
} from 'node:fs';

/**
 * Read a regular file: reading a pipe or a device may never end.
 *
 * @throws {Error}
 *   When it cannot be read, is not a regular file, or is longer than any text.
 */
export function readBytes(path: string): Buffer {
  // Opening a pipe would wait for somebody to write into it.
  const file = openSync(path, flags.O_RDONLY | (flags.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Error('it is not a regular file');
    if (stats.size > constants.MAX_STRING_LENGTH) throw new Error('it is too large');
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}
