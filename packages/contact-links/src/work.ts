import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import type { VFile } from 'vfile';
import type { Arguments } from './arguments.js';
import { FileFinder } from './find-files.js';
import { Progress } from './progress.js';
import { readSource, type Source } from './read-source.js';

/** What came of going through all files. */
export interface Outcome {
  /** How many files there are. */
  count: number;
  /** Those with messages. */
  files: Array<VFile>;
  /** Whether somebody stopped the tool, so that there may be more. */
  interrupted: boolean;
}

/** How long nothing but files is looked at, in milliseconds. */
const patience = 50;

/**
 * Go through all files, one after the other: no more than one is in memory at a time.
 *
 * @param visit
 *   Works on a file that may hold links; it adds messages.
 */
export async function eachSource(
  args: Arguments,
  cwd: string,
  visit: (source: Source) => Promise<void>,
): Promise<Outcome> {
  const finder = new FileFinder({ ...args, cwd });
  const progress = new Progress(args.quiet);
  const files: Array<VFile> = [];
  let count = 0;
  let last = performance.now();
  let interrupted = false;
  const interrupt = () => {
    // Between two files nothing is half done; a second signal does not wait.
    interrupted = true;
    stopListening();
  };
  const stopListening = () => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupt);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, interrupt);
  for (const found of finder.find(args.paths)) {
    const { file, ...source } = readSource(found, cwd);
    if (isComplete(source)) {
      // What is printed then does not go behind the progress.
      progress.clear();
      await visit({ file, ...source });
    }
    count++;
    if (file.messages.length > 0) files.push(file);
    if (performance.now() - last > patience) {
      progress.show(count, found.path);
      // Signals are seen in between.
      await setImmediate();
      last = performance.now();
    }
    if (interrupted) break;
  }
  stopListening();
  progress.clear();
  return { count, files, interrupted };
}

function isComplete(source: Partial<Source>): source is Omit<Source, 'file'> {
  return source.text !== undefined;
}
