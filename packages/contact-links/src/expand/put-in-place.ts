import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';

/**
 * Make a file that replaces what is at a path, as a whole or not at all. A symbolic link is
 * replaced itself, not what it leads to.
 *
 * @param path
 *   The path of the file; its folder exists.
 * @param make
 *   Makes the file at another path, where nothing is yet.
 */
export async function putInPlace(
  path: string,
  make: (temporary: string) => Promise<void>,
): Promise<void> {
  const name = `.${basename(path)}.${process.pid}.tmp`;
  const temporary = join(dirname(path), name);
  try {
    await make(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
