import process from 'node:process';
import { statistics } from 'vfile-statistics';
import type { Arguments } from './arguments.js';
import { CommandError } from './command-error.js';
import { counted } from './counted.js';
import { exitStatus } from './exit-status.js';
import { standardInput } from './find-files.js';
import { statusOf } from './interruption.js';
import { print } from './printable.js';
import { oncePerProject, Projects, withOptionsOf } from './project.js';
import { redirectingSettings } from './redirecting-settings.js';
import { findReporter } from './report/index.js';
import { eachSource, type Outcome } from './work.js';

/** The exit status of a program that Ctrl-C ends. */
const ctrlC = statusOf('SIGINT');

/**
 * Report wrong shorthands, and links to services that have closed.
 *
 * @returns
 *   The exit status.
 */
export async function check(args: Arguments, cwd: string): Promise<number> {
  if (args.watch && args.paths.includes(standardInput)) {
    throw new CommandError('Cannot watch standard input');
  }
  const report = await findReporter(args.report, cwd);
  // Most files have no link, and without one nothing is parsed.
  const checkOf = oncePerProject(async (project) => {
    const { createCheck } = await import('./check-source.js');
    return withOptionsOf(project.path, () => createCheck(project));
  });
  let projects = await readProjects(false);
  const status = await run(args.paths);
  if (args.watch && status < 128) {
    const { watch } = await import('./watch.js');
    const ended = await watch(args, cwd, async (change) => {
      if (change === 'configuration') projects = await readProjects(true);
      return run(change === 'configuration' ? args.paths : change.paths);
    });
    // Ctrl-C is how watching ends; whoever ends it otherwise gets to know that.
    if (ended !== ctrlC) return ended;
  }
  return status;

  async function readProjects(isAgain: boolean) {
    const read = new Projects(args, cwd, isAgain);
    // What is wrong with the options is told even if there is no file.
    const { options, path } = await read.of('index.md');
    withOptionsOf(path, () => redirectingSettings(options, undefined));
    return read;
  }

  async function run(paths: Array<string>): Promise<number> {
    const asked = { ...args, paths };
    const outcome = await eachSource(asked, cwd, async (source, interruption) => {
      const project = await projects.of(source.file.path);
      const checkSource = await checkOf(project);
      interruption.during(source.text.length, () => checkSource(source));
    });
    process.stdout.write(await report(outcome.files));
    if (!args.quiet) print(process.stderr, summary(outcome));
    return exitStatus(outcome, args.frail);
  }
}

function summary({ count, files, interrupted }: Outcome): string {
  const { fatal, info, warn } = statistics(files);
  const found = [
    fatal ? counted(fatal, 'error') : [],
    warn ? counted(warn, 'warning') : [],
    info ? `${info} info` : [],
  ].flat();
  const stop = interrupted === undefined ? '' : ' until it was interrupted';
  return `Checked ${counted(count, 'file')}${stop}: ${found.join(', ') || 'nothing is wrong'}\n`;
}
