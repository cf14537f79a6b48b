import type { Stats } from 'node:fs';
import {
  access,
  chown,
  constants,
  type FileHandle,
  open,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';

/** The bits of a mode that say who may do what, and all bits, with setgid and the like. */
const permissions = 0o777;
const modeBits = 0o7777;

/**
 * Write a file so that it has either its old content or its new one, whatever happens.
 *
 * The new content goes into a file beside it, which then takes its place. `write-file-atomic`
 * does the same, but does not notice when a full disk takes only a part.
 *
 * A file that has several names (hard links) is written in place, as another file could only
 * take the place of one name and would leave the others with the old content. That is not
 * atomic, so the file beside it is written first and stays until all is done: if the power
 * fails in between, that file has the new content.
 *
 * @param path
 *   The file. If it is a symbolic link, the file that it leads to is written. Mode and owner of
 *   an existing file stay.
 * @throws {Error}
 *   An error of the file system. The file is as it was, unless the message says otherwise.
 */
export async function writeFileWhole(path: string, content: string): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const old = await stat(place).catch(() => undefined);
  // A read-only file could be replaced, but whoever made it read-only means it.
  if (old) await access(place, constants.W_OK);
  const temporary = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`);
  const file = await open(temporary, 'wx', old && old.mode & permissions);
  try {
    try {
      await file.writeFile(content);
      if (old) await copyOwnerAndMode(file, temporary, old);
      await file.sync();
    } finally {
      await file.close();
    }
    if (old && old.nlink > 1) {
      await writeInPlace(place, content);
      await rm(temporary);
    } else await rename(temporary, place);
  } catch (error) {
    if (error instanceof HalfWrittenError) {
      error.message += `; what was to be written is in \`${temporary}\``;
    } else await rm(temporary, { force: true });
    throw error;
  }
}

/** A file has neither its old content nor its new one: the disk failed twice. */
class HalfWrittenError extends Error {
  override name = 'HalfWrittenError';
}

async function copyOwnerAndMode(
  file: FileHandle,
  path: string,
  { gid, mode, uid }: Stats,
): Promise<void> {
  // Only root can give a file away; whoever else may write it becomes its owner.
  const isSame = await chown(path, uid, gid).then(
    () => true,
    () => false,
  );
  // Changing the owner clears the bits beyond the permissions, so the mode is set after it. With
  // another owner, these bits would give other rights than before, so they are left out.
  await file.chmod(mode & (isSame ? modeBits : permissions));
}

/** Write over the content of a file; when that fails, the old content is put back. */
async function writeInPlace(place: string, content: string): Promise<void> {
  const old = await readFile(place);
  const file = await open(place, 'r+');
  try {
    await writeOver(file, Buffer.from(content)).catch(async (error) => {
      await writeOver(file, old).catch(() => {
        throw new HalfWrittenError('the file is half written', { cause: error });
      });
      throw error;
    });
  } finally {
    await file.close();
  }
}

async function writeOver(file: FileHandle, content: Buffer): Promise<void> {
  let done = 0;
  while (done < content.length) {
    const { bytesWritten } = await file.write(content, done, undefined, done);
    done += bytesWritten;
  }
  await file.truncate(content.length);
  await file.sync();
}
