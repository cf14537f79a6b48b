import { dirname } from 'node:path';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { VFile } from 'vfile';
import type { Arguments } from './arguments.js';
import { now } from './clock.js';
import { CommandError } from './command-error.js';
import { tellFailure } from './file-messages.js';
import { FileFinder, type FindOptions, standardInput } from './find-files.js';
import { Interruption } from './interruption.js';
import { Progress } from './progress.js';
import type { Projects } from './project.js';
import { readSource, type Source, type StandardInput } from './read-source.js';
import { readTargets } from './targets.js';

/** The result of going through all files. */
export interface Outcome {
  /** How many files were read. */
  count: number;
  /** The exit status, where somebody stopped the tool and files may be left. */
  interrupted: number | undefined;
  /** Standard input, if it was read. */
  input: StandardInput | undefined;
}

/** How long the tool may work without looking for signals, in milliseconds. */
const patience = 50;

/** The steps for each file. */
export interface Steps {
  /** What a file has, too, that may be a link. Default: nothing. */
  also?: RegExp;
  /** Processes a file that may hold links, and adds messages. */
  visit(source: Source, interruption: Interruption): Promise<void>;
  /**
   * Takes each file with all its messages.
   *
   * @param ascii
   *   The text of the file as far as that is ASCII; empty when it could not be read.
   */
  done(file: VFile, ascii: string): Promise<void>;
}

/**
 * Go through all files, one after the other: no more than one is in memory at a time.
 *
 * @param projects
 *   Finds the project of a file, whose text is searched for the hosts that the site has set, too.
 */
export async function eachSource(
  args: Arguments & Pick<FindOptions, 'leaveOut'>,
  cwd: string,
  projects: Projects,
  { also, done, visit }: Steps,
): Promise<Outcome> {
  // Nothing of a file is kept, so the heap need not grow as far as V8 would let it.
  setFlagsFromString('--heap-growing-percent=60');
  const finder = new FileFinder({ ...args, cwd });
  const targets = await readTargets(args.paths, cwd);
  // Until all of standard input is there, a signal ends the tool at once.
  const input = args.paths.includes(standardInput)
    ? { path: args.filePath ?? '<stdin>', bytes: await readStandardInput() }
    : undefined;
  const progress = new Progress(args.quiet);
  let count = 0;
  let last = now();
  let folder: string | undefined;
  let hosts: RegExp | undefined;
  const interruption = new Interruption();
  interruption.start();
  for (const found of finder.find(targets)) {
    const isInput = found.path === standardInput && input !== undefined;
    const path = isInput ? input.path : found.path;
    // The files of a folder have one configuration, and come together.
    if (dirname(path) !== folder) {
      folder = dirname(path);
      hosts = (await projects.of(path)).hosts;
    }
    const {
      ascii = '',
      file,
      isRead,
      ...source
    } = readSource(found, cwd, input, [hosts, also]);
    if (isComplete(source)) {
      // So that whatever is printed does not go after the progress.
      progress.clear();
      await visit({ file, ...source }, interruption).catch((error) => {
        // An error that concerns all files ends the run; others concern one file.
        if (error instanceof CommandError) throw error;
        tellFailure(file, error);
      });
    }
    if (isRead) count++;
    if (file.messages.length > 0) progress.clear();
    await done(file, ascii);
    if (now() - last > patience) {
      progress.show(count, file.path);
      // Let signals arrive.
      await setImmediate();
      last = now();
    }
    if (interruption.status !== undefined) break;
  }
  interruption.stop();
  progress.clear();
  return { count, interrupted: interruption.status, input };
}

function isComplete(source: Partial<Source>): source is Omit<Source, 'file'> {
  return source.text !== undefined;
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Array<Buffer> = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
