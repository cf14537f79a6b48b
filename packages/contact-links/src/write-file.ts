import {
  access,
  chown,
  constants,
  open,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';

/**
 * Write a file so that it has either its old content or its new one, whatever happens.
 *
 * `write-file-atomic` does not see when a disk that is full takes only a part, and puts that
 * in the place of the file. Here all is written, or an error is thrown and the file stays.
 *
 * @param path
 *   What a symbolic link leads to is written. Mode and owner of a file that exists stay.
 * @throws {Error}
 *   Of the file system.
 */
export async function writeFileWhole(path: string, content: string): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const old = await stat(place).catch(() => undefined);
  // To replace a file it need not be writable, but whoever made it read-only means it.
  if (old) await access(place, constants.W_OK);
  const temporary = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`);
  const file = await open(temporary, 'wx', old?.mode);
  try {
    try {
      await file.writeFile(content);
      if (old) await file.chmod(old.mode);
      await file.sync();
    } finally {
      await file.close();
    }
    // Only root can give a file away; whoever else may write it becomes its owner.
    if (old) await chown(temporary, old.uid, old.gid).catch(() => {});
    await rename(temporary, place);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
