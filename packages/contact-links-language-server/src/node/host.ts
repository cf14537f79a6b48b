import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Host } from '../host.js';
import { loadConfiguration } from './load-configuration.js';
import { pagesIn } from './pages.js';
import { WorkerParser } from './worker-parser.js';

/** The largest file that is read, in bytes: what is larger is not written by hand. */
const largest = 64_000_000;

/**
 * Make what the server needs, on a machine with files.
 *
 * @param scripts
 *   The folder of `parse-worker.js` and `load.js`, which run in a worker and in a process of
 *   their own. Default: the one in which the package has them.
 */
export function createNodeHost(scripts = new URL('./', import.meta.url)): Host {
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
    pagesIn: (folder) => {
      const path = pathOf(folder);
      return path === undefined ? [] : pagesIn(path);
    },
    load: (uri) => loadConfiguration(fileURLToPath(uri), scripts),
    parser: new WorkerParser(new URL('parse-worker.js', scripts)),
  };
}

/** The path of a file; nothing for what is none, or is on another machine. */
function pathOf(uri: string): string | undefined {
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
