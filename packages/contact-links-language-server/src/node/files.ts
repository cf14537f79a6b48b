import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../host.js';
import { loadConfiguration } from './load-configuration.js';

/** The largest file that is read, in bytes: what is larger is not written by hand. */
const largest = 64_000_000;

/**
 * Create what reads files on a machine that has some.
 *
 * @param scripts
 *   The folder of `load.js`, which runs in a process of its own. Default: the one in which the
 *   package has it.
 * @returns
 *   What reads configuration and pages.
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

/** The path of a file; nothing for what is none, or is on another machine. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** What is known of a regular file; a pipe that goes by its name could never end. */
function statsOf(path: string) {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}
