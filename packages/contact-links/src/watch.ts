import { unwatchFile, watchFile } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { watch as watchPaths } from 'chokidar';
import type { Arguments } from './arguments.js';
import { CommandError } from './command-error.js';
import { FileFinder } from './find-files.js';
import { Interruption } from './interruption.js';
import { configurationNames, ignoreName } from './names.js';
import { printError } from './print-error.js';
import { readTargets } from './targets.js';

/** How often files outside of the searched folders are looked at, in milliseconds. */
const interval = 500;

/** What changed: files to check, or a file that says how all are checked. */
export type Change = { paths: Array<string> } | 'configuration';

/**
 * Run again for each file that changes, and for all files when the configuration, an ignore file
 * or the address book changes, until somebody stops the tool.
 *
 * @param run
 *   Runs the command, and returns its exit status. Its `CommandError` is printed and does not end
 *   the tool: somebody is about to put the configuration right.
 * @returns
 *   The exit status of a program that is ended by the same signal.
 */
export async function watch(
  args: Arguments,
  cwd: string,
  run: (change: Change) => Promise<number>,
): Promise<number> {
  let end: (status: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  const interruption = new Interruption(end);
  interruption.start();
  process.stderr.write('Watching... (press CTRL+C to exit)\n');
  const targets = await readTargets(args.paths, cwd);
  const searched = targets.map(({ given, top = given }) => top);
  const settings = settingsFiles(args, searched, cwd);
  const watcher = watchPaths(
    searched.map((path) => resolve(cwd, path)),
    {
      ignoreInitial: true,
      ignored: (path) =>
        settings.has(path) || /[\\/](?:node_modules|\.git)$/.test(path),
    },
  );
  // Runs come one after the other, so that their reports do not mix.
  let before: Promise<unknown> = Promise.resolve();
  const changed = (place: string) => {
    before = before
      .then(async () => {
        if (interruption.status !== undefined) return;
        // A run listens for itself, and ends at once in the middle of a long file.
        interruption.stop();
        try {
          const status = isSettings(place)
            ? await run('configuration')
            : await runFor(place);
          if (status >= 128) interruption.interrupt(status);
        } finally {
          if (interruption.status === undefined) interruption.start();
        }
      })
      .catch((error) => {
        if (!(error instanceof CommandError)) throw error;
        printError(error);
      });
  };
  const isSettings = (place: string) => settings.has(place) || isSettingsFile(place);
  const runFor = async (place: string) => {
    // Ignore files may have changed, too.
    const finder = new FileFinder({ ...args, cwd });
    const found = [...finder.find(targets)].find(
      ({ path }) => resolve(cwd, path) === place,
    );
    return found ? run({ paths: [found.path] }) : 0;
  };
  watcher
    .on('add', changed)
    .on('change', changed)
    .on('unlink', (place) => {
      // There is nothing to check in a file that is gone.
      if (isSettings(place)) changed(place);
    });
  // Most of these files are missing, and may come; the watcher would watch whole folders for them.
  for (const place of settings) {
    watchFile(place, { interval }, (now, old) => {
      // Node.js also calls once for each file that is missing.
      if (now.mtimeMs !== old.mtimeMs || now.size !== old.size) changed(place);
    });
  }
  const status = await ended;
  for (const place of settings) unwatchFile(place);
  await before;
  await watcher.close();
  return status;
}

/** List the files that say how files in some folders are checked; most of them are missing. */
function settingsFiles(
  { contacts, ignorePath, rcPath }: Arguments,
  searched: ReadonlyArray<string>,
  cwd: string,
): Set<string> {
  const given = [contacts, ignorePath, rcPath].flatMap((path) =>
    path === undefined ? [] : resolve(cwd, path),
  );
  const folders = new Set<string>();
  for (const path of searched) {
    let folder = dirname(resolve(cwd, path));
    for (; !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  const names = [...configurationNames, ignoreName];
  return new Set([
    ...given,
    ...[...folders].flatMap((folder) => names.map((name) => resolve(folder, name))),
  ]);
}

/** Whether a file in a searched folder says how the files there are checked. */
function isSettingsFile(place: string): boolean {
  const [name = ''] = place.split(/[\\/]/).slice(-1);
  return name === ignoreName || configurationNames.includes(name);
}
