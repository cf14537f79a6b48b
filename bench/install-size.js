import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Find out how much is installed with a package: its own published files, and all packages
 * that it depends on, each once.
 *
 * @param {string} name
 * @param {string} from
 *   A folder from which the package can be found.
 */
export function installSize(name, from) {
  const seen = new Set();
  let bytes = 0;
  add(name, from);
  return { bytes, packages: seen.size };

  /**
   * @param {string} dependency
   * @param {string} parent
   */
  function add(dependency, parent) {
    const folder = find(dependency, parent);
    if (!folder || seen.has(folder)) return;
    seen.add(folder);
    const { dependencies = {}, files } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const isOwn = !folder.includes('node_modules');
    bytes += (isOwn ? files : ['.']).reduce(
      (sum, file) => sum + sizeOf(join(folder, file)),
      0,
    );
    for (const each of Object.keys(dependencies)) add(each, folder);
  }
}

/**
 * @param {string} name
 * @param {string} from
 * @returns {string | undefined}
 */
function find(name, from) {
  const folder = join(from, 'node_modules', name);
  if (existsSync(folder)) return realpathSync(folder);
  const above = dirname(from);
  return above === from ? undefined : find(name, above);
}

/** @param {string} path */
function sizeOf(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
