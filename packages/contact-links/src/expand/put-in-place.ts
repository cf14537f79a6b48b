import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';

/**
 * Make a file that takes the place of what is there, whole or not at all. Of a symbolic link
 * the link itself is replaced, and not what it leads to.
 *
 * @param path
 *   Where it goes; its folder is there.
 * @param make
 *   Makes the file, at a path where nothing is.
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
