import type { Host } from '../host.js';
import { createNodeFiles, pathOf } from './files.js';
import { pagesIn } from './pages.js';
import { WorkerParser } from './worker-parser.js';

/**
 * Make the host for the machine of an editor.
 *
 * @param scripts
 *   The folder of `parse-worker.js` and `load.js`, which run in a worker and in a process of
 *   their own. Default: their folder in the package.
 * @returns
 *   The host.
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
