import type { Host } from '../host.js';
import { createNodeFiles, pathOf } from './files.js';
import { pagesIn } from './pages.js';
import { WorkerParser } from './worker-parser.js';

/**
 * Make what the server needs, on a machine with files.
 *
 * @param scripts
 *   The folder of `parse-worker.js` and `load.js`, which run in a worker and in a process of
 *   their own. Default: the one in which the package has them.
 */
export function createNodeHost(scripts = new URL('./', import.meta.url)): Host {
  return {
    ...createNodeFiles(scripts),
    pagesIn: (folder) => {
      const path = pathOf(folder);
      return path === undefined ? [] : pagesIn(path);
    },
    parser: new WorkerParser(new URL('parse-worker.js', scripts)),
  };
}
