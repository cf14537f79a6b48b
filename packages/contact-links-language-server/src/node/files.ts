import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../host.js';
import { loadConfiguration } from './load-configuration.js';

/** The largest file that is read, in bytes: nobody writes a larger one by hand. */
const largest = 64_000_000;

/**
 * Create the reader of files on the machine of an editor.
 *
 * @param scripts
 *   The folder of `load.js`, which runs in a process of its own. Default: its folder in the
 *   package.
 * @returns
 *   Reader of configuration and pages.
 */
export function createNodeFiles(scripts = new URL('./', import.meta.url)): Files {
  return {
    normalUri: (uri) => {
      const path = pathOf(uri);
      return path === undefined ? uri : pathToFileURL(path).href;
    },
    read: (uri) => {
      const path = pathOf(uri);
      const stats = path === undefined ? undefined : statsOf(path);
      if (path === undefined || !stats || stats.size > largest) return undefined;
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return undefined;
      }
    },
    stamp: (uri) => {
      const path = pathOf(uri);
      const stats = path === undefined ? undefined : statsOf(path);
      return stats && `${stats.mtimeMs} ${stats.size}`;
    },
    load: (uri) => loadConfiguration(fileURLToPath(uri), scripts),
  };
}

/** Get the path of a file; nothing where a URI is not that of a file on this machine. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** Get the stats of a regular file; nothing for a pipe and the like, which may never end. */
function statsOf(path: string) {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}
