import process from 'node:process';
import { watch as watchPaths } from 'chokidar';
import type { Arguments } from './arguments.js';
import { FileFinder, searchedPath } from './find-files.js';

/** Run again for each file that changes, until somebody stops the tool. */
export async function watch(
  args: Arguments,
  cwd: string,
  run: (paths: Array<string>) => Promise<unknown>,
): Promise<void> {
  const finder = new FileFinder({ ...args, cwd });
  process.stderr.write('Watching... (press CTRL+C to exit)\n');
  const paths = args.paths.map((path) => searchedPath(path, cwd));
  const watcher = watchPaths(paths, {
    cwd,
    ignoreInitial: true,
    ignored: (path) => /[\\/](?:node_modules|\.git)$/.test(path),
  });
  // One after the other: two reports at once could not be told apart.
  let before: Promise<unknown> = Promise.resolve();
  const changed = (path: string) => {
    if (![...finder.find(args.paths)].some((found) => found.path === path)) return;
    before = before.then(() => run([path]));
  };
  watcher.on('add', changed).on('change', changed);
  await new Promise<void>((resolve) => process.once('SIGINT', resolve));
  await before;
  await watcher.close();
}
