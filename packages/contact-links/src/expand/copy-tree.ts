import { constants, type Dirent } from 'node:fs';
import {
  copyFile,
  lstat,
  mkdir,
  readdir,
  readlink,
  realpath,
  symlink,
} from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { VFile } from 'vfile';
import { tellError, tellWarning } from '../file-messages.js';
import { isInside, skipped } from '../find-files.js';
import { putInPlace } from './put-in-place.js';

/** The result of copying a folder. */
export interface Copied {
  /** How many files were copied. */
  count: number;
  /** Files that were not copied, with messages that say why. */
  files: Array<VFile>;
}

/**
 * Copy a folder, byte for byte, without `node_modules`, `.git`, and the folder that it is copied
 * to. Nothing is written through symbolic links, and so nothing outside of that folder.
 *
 * @param top
 *   The folder; absolute, without symbolic links in it.
 * @param out
 *   The folder that gets the copy, and exists; absolute, without symbolic links in it.
 * @param shownAs
 *   The path of the folder as it was named, for messages, and what it is relative to.
 * @param isStopped
 *   Whether somebody has stopped the tool; called before each file.
 */
export async function copyTree(
  top: string,
  out: string,
  shownAs: { cwd: string; path: string },
  isStopped: () => boolean,
): Promise<Copied> {
  const result: Copied = { count: 0, files: [] };
  await copyFolder('');
  return result;

  async function copyFolder(folder: string): Promise<void> {
    for (const entry of await entriesOf(folder)) {
      if (isStopped()) return;
      const path = join(folder, entry.name);
      const from = join(top, path);
      if (skipped.has(entry.name) || from === out) continue;
      try {
        await copyEntry(entry, path);
      } catch (error) {
        tellError(fileAt(path), 'cannot-write', 'Cannot copy', error);
      }
    }
  }

  async function copyEntry(entry: Dirent, path: string): Promise<void> {
    const to = join(out, path);
    if (entry.isSymbolicLink()) return copyLink(path, to);
    if (entry.isDirectory()) {
      await makeFolder(to);
      return copyFolder(path);
    }
    // Pipes, sockets and devices are left out: copying one may never end.
    if (!entry.isFile()) return undefined;
    await putInPlace(to, (temporary) =>
      copyFile(join(top, path), temporary, constants.COPYFILE_EXCL),
    );
    result.count++;
  }

  /** Copy a symbolic link; the link to something that is copied leads to the copy. */
  async function copyLink(path: string, to: string): Promise<void> {
    const from = join(top, path);
    const leadsTo = await realpath(from).catch(() => undefined);
    if (leadsTo === undefined) {
      const target = await readlink(from);
      const reason = `Left out: it is a symbolic link that leads nowhere, to \`${target}\``;
      return tellWarning(fileAt(path), 'outside', reason);
    }
    const inside = relative(top, leadsTo);
    const isCopied =
      isInside(inside) &&
      !isInside(relative(out, leadsTo)) &&
      !inside.split(sep).some((part) => skipped.has(part));
    if (!isCopied) {
      const place = relative(shownAs.cwd, leadsTo) || '.';
      const reason = `Left out: it is a symbolic link to \`${place}\`, which is not copied`;
      return tellWarning(fileAt(path), 'outside', reason);
    }
    const target = relative(dirname(to), join(out, inside)) || '.';
    await putInPlace(to, (temporary) => symlink(target, temporary));
    result.count++;
  }

  async function entriesOf(folder: string): Promise<Array<Dirent>> {
    const entries = await readdir(join(top, folder), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  function fileAt(path: string): VFile {
    const file = new VFile({ cwd: shownAs.cwd, path: join(shownAs.path, path) });
    result.files.push(file);
    return file;
  }
}

async function makeFolder(path: string): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there === undefined) await mkdir(path);
  else if (!there.isDirectory()) throw new Error(`\`${path}\` is not a folder`);
}
